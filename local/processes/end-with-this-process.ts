import type { ChildProcess } from 'node:child_process';

const running = new Set<() => void>();
let listening = false;

/**
 * Kills a child (and, where it leads a group, its group) when this process ends, however it ends short of SIGKILL: nobody who
 * stops the demo with Ctrl+C wants a server left behind.
 */
export function endWithThisProcess(child: ChildProcess, { group }: { readonly group: boolean }): void {
  const kill = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(group ? -child.pid : child.pid, 'SIGKILL');
    } catch {
      // it ended by itself in this very moment
    }
  };
  running.add(kill);
  child.once('exit', () => running.delete(kill));
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const each of running) each();
  });
}
