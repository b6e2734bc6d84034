import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { createControlGroups, joining } from '#adapters/sandbox/control-group/create-control-groups.ts';
import { findHierarchy, readSystemFiles } from '#adapters/sandbox/control-group/hierarchies.ts';
import { command, LIMITS } from '#test/contract/sandbox-suite.ts';
import { NODE_MOUNTS, THIS_NODE } from '#test/support/programs.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mge-groups-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function file(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('where control groups are made', () => {
  it('version 1: in our own group of the tree of memory, or at its top', () => {
    mkdirSync(join(root, 'memory/jobs/one'), { recursive: true });
    expect(findHierarchy({ root, own: '9:cpu,memory:/jobs/one\n8:pids:/\n0::/\n' })?.parents).toEqual([
      join(root, 'memory/jobs/one'),
      join(root, 'memory'),
    ]);
  });

  it('version 2: beside our own group or at the top, where groups have bounds', () => {
    file('cgroup.controllers', 'cpu memory pids\n');
    file('cgroup.subtree_control', 'cpu memory pids\n');
    file('runner/cgroup.subtree_control', 'cpu\n');
    const system = { root, own: '0::/runner/job\n' };
    expect(findHierarchy(system)?.parents).toEqual([root]);
    file('runner/cgroup.subtree_control', 'memory pids\n');
    expect(findHierarchy(system)?.parents).toEqual([join(root, 'runner'), root]);
  });

  it.each(['', '0::/\n', 'nonsense'])('nowhere, where the kernel has none: %j', (own) => {
    expect(findHierarchy({ root, own })).toBeNull();
    expect(createControlGroups({ root, own })).toBeNull();
  });

  it('nowhere, where a folder of theirs holds no bounds: it is no group then', () => {
    mkdirSync(join(root, 'memory'));
    expect(createControlGroups({ root, own: '4:memory:/\n' })).toBeNull();
  });
});

describe('a control group of this machine', () => {
  it('is claimed by the sandbox only where the kernel ends what passes it, between two looks of the watch', async () => {
    const chosen = await chooseSandbox({ mode: 'auto', controlGroups: true });
    const groups = createControlGroups(readSystemFiles());
    const isClaimed = chosen.sandbox.enforced().includes('control-group');
    // Taken and given back at once: nobody looks in that moment.
    const gulp = 'Buffer.alloc(600 * 1024 * 1024, 1)';
    const outcome = await chosen.sandbox.run(
      command([THIS_NODE, '-e', `${gulp}; console.log('had it')`], {
        mounts: NODE_MOUNTS,
        limits: { ...LIMITS, memoryMb: 128 },
      }),
    );
    chosen.close();
    expect(isClaimed && outcome.killedBy !== 'memory').toBe(false);
    expect(isClaimed && groups === null).toBe(false);
  });

  it('takes the command in before it runs, and runs none that it could not take in', () => {
    const enter = (file: string) => {
      const [program, ...words] = joining(join(root, file), ['/bin/echo', 'a  b', '--']);
      return spawnSync(program, words, { encoding: 'utf8' });
    };
    expect(enter('procs')).toMatchObject({ status: 0, stdout: 'a  b --\n' });
    expect(readFileSync(join(root, 'procs'), 'utf8')).toMatch(/^\d+\n$/);
    expect(enter('missing/procs')).toMatchObject({ status: 125, stdout: '' });
  });
});
