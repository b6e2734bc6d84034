import { findProgram } from '#adapters/sandbox/find-program.ts';
import type { Screen } from '#local/demo/show/screen.ts';
import { installDebianPackages } from '#scripts/install-debian-packages.ts';

const COMMAND = 'apt-get install bubblewrap';

/**
 * Generated code is executed in bubblewrap alone. Where it is missing it is installed, if that takes no password (root, as in
 * a container); else the person is told what that means and how to get it, and the demo goes on without executing anything.
 */
export async function ensureSandbox(screen: Screen, { install }: { readonly install: boolean }): Promise<void> {
  if (findProgram('bwrap') !== null) return;
  const mayInstall = install && process.getuid?.() === 0 && findProgram('apt-get') !== null;
  if (mayInstall) {
    screen.line(`bubblewrap, the sandbox that generated code runs in, is not installed: ${COMMAND} …`);
    if ((await installDebianPackages(['bubblewrap'])) && findProgram('bwrap') !== null) return screen.line();
  }
  screen.line(
    screen.style('yellow', `No sandbox (${COMMAND}): generated code is parsed and type-checked, never executed.`),
  );
  screen.line(screen.style('yellow', 'Faults that only a test finds stay in; the report says what was not executed.'));
  screen.line();
}
