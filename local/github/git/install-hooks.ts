import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The variable by which the server tells the hook that the pusher may not touch workflows. */
export const workflowsRefused = 'LOCAL_GITHUB_WORKFLOWS_REFUSED';

const preReceive = `#!/bin/sh
[ -n "$${workflowsRefused}" ] || exit 0
zero=0000000000000000000000000000000000000000
while read -r old new ref; do
  [ "$new" = "$zero" ] && continue
  if [ "$old" = "$zero" ]; then old=$(git merge-base HEAD "$new" 2>/dev/null || git hash-object -t tree /dev/null); fi
  if [ -n "$(git diff --name-only "$old" "$new" -- .github/workflows)" ]; then
    echo "refusing to allow a GitHub App to create or update workflow without \\\`workflows\\\` permission" >&2
    exit 1
  fi
done
`;

/** Puts the hook that keeps workflows from pushers without the permission. */
export async function installHooks(gitDir: string): Promise<void> {
  await mkdir(join(gitDir, 'hooks'), { recursive: true });
  await writeFile(join(gitDir, 'hooks', 'pre-receive'), preReceive);
  await chmod(join(gitDir, 'hooks', 'pre-receive'), 0o755);
}
