import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOBODY } from '#adapters/sandbox/bubblewrap-arguments.ts';
import { createSeccompFilter } from '#adapters/sandbox/create-seccomp-filter.ts';

/** Beyond every uid that systems give to people, services and containers. */
const FIRST_UID = 1_200_000_000;
const LAST_UID = 2_000_000_000;

/** A folder with what every command is given: names for its user, and the filter where there is one for this processor. */
export function layOutSandbox() {
  const folder = mkdtempSync(join(tmpdir(), 'mge-sandbox-'));
  chmodSync(folder, 0o755);
  const accounts = { passwd: join(folder, 'passwd'), group: join(folder, 'group') };
  // As root, a uid of its own: what other sandboxes run does not count against this one's process limit.
  const uid = process.getuid?.() === 0 ? randomInt(FIRST_UID, LAST_UID) : null;
  writeFileSync(accounts.passwd, `nobody:x:${uid ?? NOBODY}:${uid ?? NOBODY}:nobody:/tmp:/bin/sh\n`);
  writeFileSync(accounts.group, `nogroup:x:${uid ?? NOBODY}:\n`);
  const filter = createSeccompFilter(process.arch);
  const filterPath = filter === null ? null : join(folder, 'seccomp.bpf');
  if (filter !== null && filterPath !== null) writeFileSync(filterPath, filter);
  return { folder, uid, accounts, filterPath };
}
