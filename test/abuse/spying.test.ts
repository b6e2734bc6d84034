import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tryInTheOpen, tryInTheSandbox, type Attempt } from '#test/abuse/try-attempt.ts';

let folder = '';
let victim: ChildProcess;
let secret = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mge-spying-'));
  mkdirSync(join(folder, 'shown'), { mode: 0o755 });
  writeFileSync(join(folder, 'secret.txt'), 'GOT');
  writeFileSync(join(folder, 'shown/file.txt'), 'nothing of value');
  process.env['MGE_ABUSE_TOKEN'] = 'GOT';
  victim = spawn('sleep', ['600'], { env: { PATH: process.env['PATH'] ?? '', VICTIM_TOKEN: 'GOT' }, stdio: 'ignore' });
  secret = openSync(join(folder, 'secret.txt'), 'r');
});
afterAll(() => {
  victim.kill('SIGKILL');
  delete process.env['MGE_ABUSE_TOKEN'];
  closeSync(secret);
  rmSync(folder, { recursive: true, force: true });
});

const attempts = [
  {
    name: 'the environment it was started from, in Python',
    language: 'python',
    script: () => `import os\nprint(os.environ.get('MGE_ABUSE_TOKEN'))`,
  },
  {
    name: 'the environment it was started from, in JavaScript',
    language: 'javascript',
    script: () => `console.log(process.env.MGE_ABUSE_TOKEN)`,
  },
  {
    name: 'the environment of any other process',
    language: 'shell',
    script: () => `cat /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n' | grep '^VICTIM_TOKEN' | cut -d= -f2`,
  },
  {
    name: 'command lines of other processes',
    language: 'shell',
    script: () => `tr '\\0' ' ' < /proc/${victim.pid}/cmdline | grep -q 'sleep 600' && echo GOT`,
  },
  {
    name: 'a file of the host',
    language: 'javascript',
    script: () => `console.log(require('fs').readFileSync('${folder}/secret.txt', 'utf8'))`,
  },
  {
    name: 'a file beside a folder that is shown',
    language: 'shell',
    script: () => `cat ${folder}/shown/../secret.txt`,
  },
  {
    name: 'a file of the host through a link',
    language: 'python',
    script: () => `import os\nos.symlink('${folder}/secret.txt', 'link'); print(open('link').read())`,
  },
  {
    name: 'a file of the host through another process’ root',
    language: 'shell',
    script: () => `for root in /proc/[0-9]*/root; do cat "$root${folder}/secret.txt" 2>/dev/null; done`,
  },
  { name: 'accounts of the host', language: 'shell', script: () => `test "$(wc -l < /etc/passwd)" -gt 3 && echo GOT` },
  {
    name: 'an open file that was inherited',
    language: 'python',
    script: () =>
      `import os\nfor fd in range(3, 64):\n  try: print(os.pread(fd, 9, 0).decode())\n  except OSError: pass`,
  },
  {
    name: 'descriptors beyond the three standard ones',
    language: 'shell',
    script: () =>
      `for fd in 3 4 5 6 7 8 9; do test -e /proc/$$/fd/$fd && readlink /proc/$$/fd/$fd | grep -v ^/proc > /dev/null && echo GOT; done; true`,
  },
] as const;

it.each(attempts)('nothing is seen: $name', async ({ name, language, script }) => {
  const mounts = [{ source: join(folder, 'shown'), target: join(folder, 'shown') }];
  const attempt: Attempt = { name, language, script: script(), mounts, descriptors: [secret] };
  expect(await tryInTheOpen(attempt)).toMatchObject({ got: true });
  expect(await tryInTheSandbox(attempt)).toMatchObject({ got: false, killedBy: null });
});
