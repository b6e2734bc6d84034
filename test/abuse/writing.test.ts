import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryInTheOpen, tryInTheSandbox, type Attempt } from '#test/abuse/try-attempt.ts';

let folder = '';
const layOut = (): void => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'checkout/.git/hooks'), { recursive: true });
  writeFileSync(join(folder, 'checkout/file.txt'), 'as it was');
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mge-writing-'));
  layOut();
  // Nobody could blame the rights of the files: anyone may write here.
  for (const path of ['', 'checkout', 'checkout/.git', 'checkout/.git/hooks']) chmodSync(join(folder, path), 0o777);
  chmodSync(join(folder, 'checkout/file.txt'), 0o666);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string): string | null =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null;

const attempts = [
  {
    name: 'a new file outside',
    language: 'python',
    script: () => `open('${folder}/new.txt', 'w').write('x')`,
    done: () => read('new.txt') === 'x',
  },
  {
    name: 'a new file in a folder that is shown',
    language: 'javascript',
    script: () => `require('fs').writeFileSync('${folder}/checkout/new.txt', 'x')`,
    done: () => read('checkout/new.txt') === 'x',
  },
  {
    name: 'over a file that is shown',
    language: 'javascript',
    script: () => `require('fs').writeFileSync('${folder}/checkout/file.txt', 'x')`,
    done: () => read('checkout/file.txt') === 'x',
  },
  {
    name: 'away: a file that is shown is removed',
    language: 'shell',
    script: () => `rm -f ${folder}/checkout/file.txt`,
    done: () => read('checkout/file.txt') === null,
  },
  {
    name: 'the rights of a file that is shown',
    language: 'shell',
    script: () =>
      `chmod 755 ${folder}/checkout/file.txt && test -x ${folder}/checkout/file.txt && echo x > ${folder}/checkout/x`,
    done: () => read('checkout/x') !== null,
  },
  {
    name: 'a hook for the host’s git',
    language: 'python',
    script: () => `open('${folder}/checkout/.git/hooks/post-checkout', 'w').write('x')`,
    done: () => read('checkout/.git/hooks/post-checkout') === 'x',
  },
  {
    name: 'through a hard link',
    language: 'shell',
    script: () => `ln ${folder}/checkout/file.txt ${folder}/link; echo x > ${folder}/link`,
    done: () => read('checkout/file.txt') === 'x\n',
  },
  {
    name: 'through an open descriptor of a shown file',
    language: 'python',
    script: () =>
      `import os\nfd = os.open('${folder}/checkout/file.txt', os.O_RDONLY)\nopen(f'/proc/self/fd/{fd}', 'w').write('x')`,
    done: () => read('checkout/file.txt') === 'x',
  },
] as const;

it.each(attempts)('nothing is written: $name', async ({ name, language, script, done }) => {
  const mounts = [{ source: join(folder, 'checkout'), target: join(folder, 'checkout') }];
  const attempt: Attempt = { name, language, script: script(), mounts };
  await tryInTheOpen(attempt);
  expect(done()).toBe(true);
  layOut();
  await tryInTheSandbox(attempt);
  expect(done()).toBe(false);
});
