import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tryInTheOpen, tryInTheSandbox, type Attempt } from '#test/abuse/try-attempt.ts';

/** Processes of this machine whose command line has a mark in it. */
function marked(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark);
      } catch {
        return false;
      }
    });
}

const attempts: readonly (Pick<Attempt, 'name' | 'language'> & { script: (mark: string) => string })[] = [
  {
    name: 'a daemon that left its session, in a shell',
    language: 'shell',
    script: (mark) => `setsid sh -c 'sleep 600; : ${mark}' > /dev/null 2>&1 < /dev/null & sleep 0.1; echo GOT`,
  },
  {
    name: 'a daemon that was forked twice, in Python',
    language: 'python',
    script: (mark) =>
      `import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        os.closerange(0, 9); os.execvp('sh', ['sh', '-c', 'sleep 600; : ${mark}'])\n    os._exit(0)\ntime.sleep(0.1); print('GOT')`,
  },
  {
    name: 'a detached child, in JavaScript',
    language: 'javascript',
    script: (mark) =>
      `require('child_process').spawn('sh', ['-c', 'sleep 600; : ${mark}'], { detached: true, stdio: 'ignore' }).unref(); setTimeout(() => console.log('GOT'), 100)`,
  },
  {
    name: 'a child that holds our output open',
    language: 'shell',
    script: (mark) => `sh -c 'sleep 600; : ${mark}' & echo GOT`,
  },
];

it.each(attempts)('nothing outlives its command: $name', async ({ script, ...attempt }) => {
  const mark = `mge-lingers-${process.pid}-${attempts.findIndex((one) => one.name === attempt.name)}`;
  await tryInTheOpen({ ...attempt, script: script(`${mark}-open`) });
  const left = marked(`${mark}-open`);
  for (const pid of left) process.kill(pid, 'SIGKILL');
  expect(left.length).toBeGreaterThan(0);
  // It ran inside too, and is gone.
  expect(await tryInTheSandbox({ ...attempt, script: script(`${mark}-inside`) })).toMatchObject({ got: true });
  // The kernel may still be taking it down.
  await expect.poll(() => marked(`${mark}-inside`)).toEqual([]);
});
