import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sandbox, SandboxCommand } from '#ports/sandbox.ts';
import { NODE_MOUNTS, THIS_NODE } from '#test/support/programs.ts';

export const LIMITS = {
  wallClockMs: 20_000,
  cpuSeconds: 20,
  memoryMb: 512,
  processes: 128,
  fileMb: 16,
  outputBytes: 100_000,
};
export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export function command(argv: SandboxCommand['argv'], more: Partial<SandboxCommand> = {}): SandboxCommand {
  return {
    argv,
    cwd: '/tmp',
    mounts: [],
    scratch: [{ path: '/tmp', megabytes: 32 }],
    env: { PATH: '/usr/bin:/bin' },
    limits: LIMITS,
    ...more,
  };
}
/** A script for the Node that runs the tests. */
export const nodeCommand = (script: string, more: Partial<SandboxCommand> = {}): SandboxCommand =>
  command([THIS_NODE, '-e', script], { mounts: NODE_MOUNTS, ...more });
export const shell = (script: string, more: Partial<SandboxCommand> = {}): SandboxCommand =>
  command(['/bin/sh', '-c', script], more);

/** What every adapter that executes at all must do. */
export function executes(name: string, sandbox: () => Sandbox, host: () => string): void {
  describe(`${name}: runs a command and tells what came of it`, () => {
    it('gives exit status, output and errors apart', async () => {
      const outcome = await sandbox().run(shell('echo out; echo err >&2; exit 7'));
      expect(outcome).toMatchObject({ exitCode: 7, killedBy: null });
      expect([text(outcome.stdout), text(outcome.stderr)]).toEqual(['out\n', 'err\n']);
    });

    it('gives standard input and exactly the environment asked for', async () => {
      process.env['MGE_TEST_SECRET'] = 'hush';
      const outcome = await sandbox().run(
        shell('cat; env', { stdin: 'hello\n', env: { PATH: '/usr/bin:/bin', GREETING: 'salut' } }),
      );
      delete process.env['MGE_TEST_SECRET'];
      const lines = text(outcome.stdout)
        .split('\n')
        .filter((line) => line !== '' && !/^(PWD|SHLVL|_)=/.test(line));
      expect(lines.toSorted()).toEqual(['GREETING=salut', 'PATH=/usr/bin:/bin', 'hello']);
    });

    it('shows mounts', async () => {
      const mounts = [{ source: join(host(), 'given'), target: '/given' }];
      expect(text((await sandbox().run(shell('cat /given/file.txt', { mounts }))).stdout)).toBe('given');
    });

    it('ends a process group at the wall clock, children and all', async () => {
      const outcome = await sandbox().run(shell('sleep 600 & sleep 600', { limits: { ...LIMITS, wallClockMs: 200 } }));
      expect(outcome.killedBy).toBe('wall-clock');
    });

    it('talks with a command that keeps running, and ends it when asked to', async () => {
      const heard: string[] = [];
      const answer = new Promise<void>((resolve) => {
        const session = sandbox().open(shell('while read line; do echo "got $line"; done'), (piece) => {
          heard.push(text(piece));
          if (heard.join('') === 'got one\n') session.write('two\n');
          if (heard.join('') === 'got one\ngot two\n') session.close();
        });
        session.write('one\n');
        void session.ended.then((outcome) => {
          expect(outcome).toMatchObject({ exitCode: null, killedBy: null });
          expect(outcome.stdout.byteLength).toBe(0);
          resolve();
        });
      });
      await answer;
      expect(heard.join('')).toBe('got one\ngot two\n');
    });

    it('holds the limits of a command that is talked to', async () => {
      const never = (): void => undefined;
      const slow = sandbox().open(shell('sleep 600', { limits: { ...LIMITS, wallClockMs: 200 } }), never);
      const loud = sandbox().open(shell('yes'), never);
      expect((await slow.ended).killedBy).toBe('wall-clock');
      expect((await loud.ended).killedBy).toBe('output');
    });

    it('caps output and ends who floods it', async () => {
      const outcome = await sandbox().run(shell('yes'));
      expect(outcome.killedBy).toBe('output');
      expect(outcome.stdout.byteLength).toBe(LIMITS.outputBytes);
    });
  });
}
