import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readArtifacts } from '#adapters/sandbox/artifacts/read-artifacts.ts';
import { runWithArtifacts } from '#adapters/sandbox/artifacts/run-with-artifacts.ts';
import { theSandbox } from '#test/action/make-target.ts';

const LIMITS = { bytes: 1_000_000, files: 50 };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mge-artifacts-'));
  writeFileSync(join(folder, 'secret.txt'), 'GOT');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a script leaves in its folder, taken by whoever trusts it: copied as it stands. */
function leftInTheOpen(script: string): string {
  const out = join(folder, 'out');
  mkdirSync(out);
  execFileSync('/bin/sh', ['-c', script], {
    cwd: out,
    env: { PATH: process.env['PATH'] ?? '', SECRET: join(folder, 'secret.txt') },
  });
  return out;
}

async function leftInside(script: string) {
  const { sandbox } = await theSandbox();
  const limits = { wallClockMs: 10_000, cpuSeconds: 10, memoryMb: 256, processes: 64, fileMb: 16, outputBytes: 10_000 };
  const env = { PATH: '/usr/bin:/bin', SECRET: join(folder, 'secret.txt') };
  const command = {
    argv: ['/bin/sh', '-c', script] as const,
    cwd: '/tmp',
    mounts: [],
    scratch: [{ path: '/tmp', megabytes: 32 }],
    env,
    limits,
  };
  return runWithArtifacts(sandbox, command, { folder: '/tmp', limits: LIMITS });
}

it('files come out as they are, with the exit status and the output of what made them', async () => {
  const { outcome, artifacts } = await leftInside(
    'mkdir a; printf one > a/x.json; printf "" > empty; echo said; exit 3',
  );
  expect({ exit: outcome.exitCode, said: Buffer.from(outcome.stderr).toString() }).toEqual({ exit: 3, said: 'said\n' });
  const files = artifacts.ok
    ? artifacts.value.map(({ path, content }) => [path, Buffer.from(content).toString()])
    : artifacts.error;
  expect(files).toEqual(
    expect.arrayContaining([
      ['a/x.json', 'one'],
      ['empty', ''],
    ]),
  );
  expect(files).toHaveLength(2);
});

it.each([
  [
    'a link to a file of the host',
    'ln -s "$SECRET" report.json',
    (out: string) => readFileSync(join(out, 'report.json'), 'utf8') === 'GOT',
  ],
  ['a link to a folder of the host', 'ln -s / root', (out: string) => existsSync(join(out, 'root/etc'))],
  ['a hard link', 'echo x > a; ln a b', (out: string) => existsSync(join(out, 'b'))],
  ['a pipe that nobody writes to', 'mkfifo report.json', (out: string) => existsSync(join(out, 'report.json'))],
  [
    'a hook for git',
    'mkdir -p .git/hooks; echo x > .git/hooks/post-checkout',
    (out: string) => existsSync(join(out, '.git/hooks/post-checkout')),
  ],
  [
    'a hook for git on a file system that knows no case',
    'mkdir -p .GIT; echo x > .GIT/config',
    (out: string) => existsSync(join(out, '.GIT/config')),
  ],
  [
    'a name with terminal codes',
    'touch "$(printf "a\\033[2Jb")"',
    (out: string) => existsSync(join(out, 'a\u001b[2Jb')),
  ],
  ['a name with a second line', 'touch "$(printf "a\\nb")"', (out: string) => existsSync(join(out, 'a\nb'))],
  [
    'more than is asked for',
    'head -c 2000000 /dev/zero > big',
    (out: string) => readFileSync(join(out, 'big')).length > LIMITS.bytes,
  ],
  [
    'more files than are asked for',
    'i=0; while [ $i -lt 60 ]; do : > f$i; i=$((i+1)); done',
    (out: string) => existsSync(join(out, 'f59')),
  ],
])('nothing is taken: %s', async (_, script, succeeded) => {
  expect(succeeded(leftInTheOpen(script))).toBe(true);
  expect((await leftInside(script)).artifacts).toMatchObject({ ok: false });
});

it('any bytes are files or a refusal; changed ones never leave their folder', () => {
  const out = leftInTheOpen('mkdir a; printf hello > a/b; printf world > c');
  const good = execFileSync('tar', ['--create', '--format=ustar', '-C', out, '.'], { encoding: 'buffer' });
  const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), changes), (either) => {
      const bytes = either instanceof Uint8Array ? either : Uint8Array.from(good);
      if (!(either instanceof Uint8Array)) for (const [place, value] of either) bytes[place] = value;
      const read = readArtifacts(bytes, LIMITS);
      const paths = read.ok ? read.value.map(({ path }) => path) : [];
      expect(
        paths.filter((path) => path.startsWith('/') || path.split('/').includes('..') || /\.git/i.test(path)),
      ).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(readArtifacts(good, LIMITS)).toMatchObject({ ok: true });
});
