import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DockerClient } from '#adapters/sandbox/docker/docker-client.ts';

/** A scripted docker (test/fixtures/docker/docker) in a folder of its own. */
export interface FakeDocker {
  readonly client: DockerClient;
  /** The folder that holds it, for PATH. */
  readonly folder: string;
  /** Lets it misbehave, by the names that the script knows. */
  misbehave(how: string): void;
  /** Its command lines so far, since this was last asked. */
  calls(): string[];
  /** Containers that are still there. */
  containers(): string[];
  remove(): void;
}

export function startFakeDocker(): FakeDocker {
  const folder = mkdtempSync(join(tmpdir(), 'mge-docker-'));
  const program = join(folder, 'docker');
  const log = join(folder, 'log');
  copyFileSync(resolve('test/fixtures/docker/docker'), program);
  mkdirSync(join(folder, 'run'));
  writeFileSync(log, '');
  return {
    client: { program, env: { PATH: process.env['PATH'] ?? '' } },
    folder,
    misbehave: (how) => writeFileSync(join(folder, how), ''),
    calls() {
      const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
      writeFileSync(log, '');
      return lines;
    },
    containers: () => readdirSync(join(folder, 'run')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
