import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SandboxMount } from '#ports/sandbox.ts';

/** A Python of the system's folders, which every sandbox shows. */
export const SYSTEM_PYTHON =
  ['/usr/bin/python3', '/usr/local/bin/python3'].find((path) => existsSync(path)) ?? '/usr/bin/python3';

/** The very Node that runs the tests: another version may be the first one on a fixed PATH. */
export const THIS_NODE = realpathSync(process.execPath);

/** What has to be shown for it: nothing where it stands in the system's folders, its own folder otherwise. */
export const NODE_MOUNTS: readonly SandboxMount[] = THIS_NODE.startsWith('/usr/')
  ? []
  : [{ source: dirname(dirname(THIS_NODE)), target: dirname(dirname(THIS_NODE)) }];
