import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MgeError } from '#domain/failure/mge-error.ts';
import { chooseSandbox, type ChosenSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { createRefusingSandbox } from '#adapters/sandbox/create-refusing-sandbox.ts';
import { createUnsafeSandbox } from '#adapters/sandbox/create-unsafe-sandbox.ts';
import type { Sandbox, SandboxCommand } from '#ports/sandbox.ts';
import { command, executes, LIMITS, nodeCommand, shell, text } from '#test/contract/sandbox-suite.ts';
import { SYSTEM_PYTHON } from '#test/support/programs.ts';

let chosen: ChosenSandbox;
let host = '';

beforeAll(async () => {
  chosen = await chooseSandbox({ mode: 'auto' });
  if (!chosen.executes)
    throw new Error(`This suite needs the package "bubblewrap" (apt-get install bubblewrap): ${chosen.note}`);
  host = mkdtempSync(join(tmpdir(), 'mge-contract-'));
  chmodSync(host, 0o755);
  mkdirSync(join(host, 'given'));
  writeFileSync(join(host, 'given/file.txt'), 'given');
  writeFileSync(join(host, 'secret.txt'), 'secret');
});
afterAll(() => {
  chosen.close();
  rmSync(host, { recursive: true, force: true });
});

const given = (): string => host;
executes('bubblewrap', () => chosen.sandbox, given);
executes('unsafe', () => createUnsafeSandbox(), given);

describe('memory, watched from outside', () => {
  it.each(['bubblewrap', 'unsafe'])('%s ends what takes too much', async (kind) => {
    const sandbox = (): Sandbox => (kind === 'unsafe' ? createUnsafeSandbox() : chosen.sandbox);
    const hog = 'const all = []; for (;;) all.push(Buffer.alloc(16 * 1024 * 1024, 1));';
    const outcome = await sandbox().run(nodeCommand(hog, { limits: { ...LIMITS, memoryMb: 200 } }));
    expect(outcome.killedBy).toBe('memory');
  });
});

describe('bubblewrap holds what it promises', () => {
  const run = async (script: string, more: Partial<SandboxCommand> = {}) => {
    const outcome = await chosen.sandbox.run(shell(script, more));
    return `${text(outcome.stdout)}${text(outcome.stderr)}`.trim();
  };

  it('has proved every property on this machine', () => {
    expect(chosen.sandbox.enforced()).toEqual(
      expect.arrayContaining([
        'no-network',
        'no-host-files',
        'no-writes',
        'wall-clock',
        'process-limit',
        'system-call-filter',
      ]),
    );
  });

  it('reaches no server of the host, by address or abstract socket', async () => {
    const reached: string[] = [];
    const server = createServer(() => reached.push('tcp')).listen(0, '127.0.0.1');
    const hidden = createServer(() => reached.push('abstract')).listen({ path: '\0mge-contract' });
    await Promise.all([server, hidden].map((one) => new Promise((resolve) => one.once('listening', resolve))));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const script = `const net = require('node:net'); for (const to of [{ port: ${port}, host: '127.0.0.1' }, { path: '\\0mge-contract' }]) net.connect(to).on('error', (error) => console.log(error.code)).on('connect', () => console.log('connected'));`;
    // The same attempt succeeds outside, or the test would prove nothing.
    const outside = await createUnsafeSandbox().run(nodeCommand(`${script} setTimeout(() => process.exit(), 500)`));
    expect(text(outside.stdout).match(/connected/g)).toHaveLength(2);
    const before = reached.length;
    const inside = await chosen.sandbox.run(nodeCommand(script));
    expect(text(inside.stdout)).not.toContain('connected');
    expect(text(inside.stdout).trim().split('\n')).toHaveLength(2);
    expect(reached).toHaveLength(before);
    server.close();
    hidden.close();
  });

  it('opens no netlink, vsock or packet socket', async () => {
    const attempt =
      'import socket\nfor family in (16, 40, 17):\n  try:\n    socket.socket(family, socket.SOCK_DGRAM if family != 40 else socket.SOCK_STREAM); print("opened", family)\n  except OSError as error: print("refused")';
    const outcome = await chosen.sandbox.run(command([SYSTEM_PYTHON, '-c', attempt]));
    expect(text(outcome.stdout)).toBe('refused\nrefused\nrefused\n');
  });

  it('sees no file of the host but the mounts', async () => {
    const mounts = [{ source: join(host, 'given'), target: '/given' }];
    expect(
      await run(
        `cat ${host}/secret.txt ${host}/given/file.txt 2>/dev/null; cat /etc/shadow /root/.npmrc 2>/dev/null; ls / | tr '\\n' ' '`,
        { mounts },
      ),
    ).not.toMatch(/secret|given$|root:/m);
    expect(await run('cat /given/../secret.txt 2>&1', { mounts })).toContain('No such file');
  });

  it('writes nothing outside its scratch, and its scratch is gone afterwards', async () => {
    const mounts = [{ source: join(host, 'given'), target: '/given' }];
    await run('echo x > /given/planted; echo y > /given/file.txt; echo z > /tmp/left; rm -rf /given', { mounts });
    expect(existsSync(join(host, 'given/planted'))).toBe(false);
    expect(await run('cat /given/file.txt; ls /tmp', { mounts })).toBe('given');
  });

  it('bounds its scratch and the size of a file', async () => {
    expect(await run('head -c 40000000 /dev/zero > /tmp/big || echo stopped')).toContain('stopped');
    expect(await run('for i in 1 2 3 4; do head -c 12000000 /dev/zero > /tmp/$i || echo full; done')).toContain('full');
  });

  it('neither sees nor signals processes of the host', async () => {
    expect(await run(`kill -0 ${process.pid} 2>&1; test -d /proc/${process.pid} && echo visible`)).not.toContain(
      'visible',
    );
  });

  it('stops a fork bomb', async () => {
    const limits = { ...LIMITS, wallClockMs: 4000, processes: 50 };
    const outcome = await chosen.sandbox.run(shell('bomb() { bomb | bomb & }; bomb; sleep 1', { limits }));
    expect(text(outcome.stderr)).toContain('Cannot fork');
  });

  it('leaves no daemon behind', async () => {
    const mark = `mge-daemon-${process.pid}`;
    await run(`setsid sh -c 'exec -a ${mark} sleep 600' >/dev/null 2>&1 & setsid sleep 601 & echo started`);
    expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toMatch(new RegExp(`${mark}|sleep 601`));
  });

  it('makes no namespace, mount or trace', async () => {
    expect(await run('unshare -U true 2>&1; unshare -n true 2>&1; mount -t tmpfs x /tmp 2>&1')).not.toBe('');
    expect(await run('unshare -U true && echo made')).not.toContain('made');
    expect(await run('mount -t tmpfs x /tmp && echo mounted')).not.toContain('mounted');
  });
});

describe('a machine without a sandbox', () => {
  it('executes nothing', async () => {
    const sandbox = createRefusingSandbox('bwrap not found');
    const refused = await sandbox.run(shell('echo ran')).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(MgeError);
    expect(refused).toMatchObject({ code: 'sandbox-refused' });
    expect(sandbox.enforced()).toEqual([]);
  });
});
