import { parse } from 'yaml';
import { z } from 'zod';
import { readBlob } from '#local/github/git/blobs.ts';
import { resolveSha } from '#local/github/git/refs.ts';
import { readTree } from '#local/github/git/trees.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { World } from '#local/github/world.ts';

const inputSchema = z
  .looseObject({ required: z.boolean().optional(), default: z.union([z.string(), z.number(), z.boolean()]).nullish() })
  .nullable();
const dispatchSchema = z.looseObject({ inputs: z.record(z.string(), inputSchema).nullish() }).nullable();
const workflowSchema = z.looseObject({
  name: z.string().optional(),
  'run-name': z.string().optional(),
  on: z.unknown().optional(),
});

/** What a workflow file says of being dispatched by hand. */
export interface DispatchTrigger {
  readonly inputs: Readonly<Record<string, { readonly required: boolean; readonly default: string | null }>>;
}

function readFile(text: string): z.infer<typeof workflowSchema> | null {
  try {
    return workflowSchema.safeParse(parse(text)).data ?? null;
  } catch (cause) {
    // a file that is no YAML is shown by its path, as GitHub does
    if (cause instanceof Error) return null;
    throw cause;
  }
}

/** The `workflow_dispatch` trigger of a workflow's text, or null when it has none. */
export function readDispatchTrigger(text: string): DispatchTrigger | null {
  const on = readFile(text)?.on;
  if (on === 'workflow_dispatch' || (Array.isArray(on) && on.includes('workflow_dispatch'))) return { inputs: {} };
  const parsed = z.looseObject({ workflow_dispatch: dispatchSchema }).safeParse(on);
  if (!parsed.success) return null;
  const inputs = Object.entries(parsed.data.workflow_dispatch?.inputs ?? {}).map(([name, input]) => {
    const standard = input?.default;
    return [
      name,
      {
        required: input?.required ?? false,
        default: standard === undefined || standard === null ? null : String(standard),
      },
    ];
  });
  return { inputs: Object.fromEntries(inputs) };
}

/** The `run-name` of a workflow's text, expressions and all; null when it has none. */
export function readRunName(text: string): string | null {
  return readFile(text)?.['run-name'] ?? null;
}

/** Reads `.github/workflows` of the default branch into the repository's list. Ids stay with the paths. */
export async function readWorkflows(world: World, repository: Repository): Promise<void> {
  const gitDir = world.gitDirOf(repository);
  const branch = `refs/heads/${repository.defaultBranch}`;
  if ((await resolveSha(gitDir, branch)) === null) return;
  const entries = await readTree(gitDir, branch, true);
  const files = entries.filter((entry) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(entry.path));
  const gone = repository.workflows.filter((workflow) => !files.some((file) => file.path === workflow.path));
  for (const workflow of gone) repository.workflows.splice(repository.workflows.indexOf(workflow), 1);
  for (const { path, sha } of files) {
    const text = (await readBlob(gitDir, sha))?.toString() ?? '';
    const name = readFile(text)?.name ?? path;
    const known = repository.workflows.find((workflow) => workflow.path === path);
    if (known && known.text === text) continue;
    const now = world.now();
    if (known) Object.assign(known, { text, name, updatedAt: now });
    else repository.workflows.push({ id: nextId(world.state), path, name, text, createdAt: now, updatedAt: now });
  }
}
