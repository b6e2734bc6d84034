import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { createDockerSandbox } from '#adapters/sandbox/docker/create-docker-sandbox.ts';
import { clientEnvironment } from '#adapters/sandbox/docker/docker-client.ts';
import { proveSandbox } from '#adapters/sandbox/prove-sandbox.ts';
import type { Sandbox } from '#ports/sandbox.ts';
import { command, executes, LIMITS, shell, text } from '#test/contract/sandbox-suite.ts';
import { startFakeDocker, type FakeDocker } from '#test/support/fake-docker.ts';

const IMAGE = `registry.example/acme/sandbox@sha256:${'a'.repeat(64)}`;

let docker: FakeDocker;
let host = '';
beforeEach(() => {
  docker = startFakeDocker();
  host = mkdtempSync(join(tmpdir(), 'mge-contract-'));
  chmodSync(host, 0o755);
  mkdirSync(join(host, 'given'));
  writeFileSync(join(host, 'given/file.txt'), 'given');
});
afterEach(() => {
  if (docker.containers().length > 0) throw new Error('a container is left over');
  docker.remove();
  rmSync(host, { recursive: true, force: true });
});

const sandbox = (): Sandbox => createDockerSandbox({ client: docker.client, image: IMAGE, proved: [] });

executes('docker (scripted)', sandbox, () => host);

describe('the docker client is told', () => {
  it('to isolate in every way that it knows, and to pull nothing', async () => {
    const mounts = [{ source: join(host, 'given'), target: '/given' }];
    await sandbox().run(shell('true', { mounts }));
    const [run = '', inspect = '', remove = ''] = docker.calls();
    const flags = [
      'run --interactive --init --pull never',
      '--network none --ipc none',
      '--read-only --cap-drop ALL --security-opt no-new-privileges --user 65534:65534',
      '--memory 512m --memory-swap 512m --pids-limit 128',
      '--ulimit cpu=20:21 --ulimit fsize=16777216 --ulimit nofile=1024 --ulimit core=0',
      '--tmpfs /tmp:rw,exec,nosuid,nodev,mode=1777,size=33554432',
      `--mount type=bind,source=${host}/given,target=/given,readonly`,
      `--workdir /tmp ${IMAGE} /usr/bin/env -i PATH=/usr/bin:/bin /bin/sh -c true`,
    ];
    for (const flag of flags) expect(run).toContain(flag);
    expect(run).not.toMatch(/--privileged|--volume|docker\.sock|--env/);
    expect([inspect, remove]).toEqual([
      expect.stringMatching(/^inspect --type container .* mge-/),
      expect.stringMatching(/^rm --force --volumes mge-/),
    ]);
  });

  it('paths with commas and quotes so that they stay one path', async () => {
    const odd = join(host, 'a,readonly=false,"b');
    mkdirSync(odd);
    await sandbox().run(shell('true', { mounts: [{ source: odd, target: '/odd' }] }));
    expect(docker.calls()[0]).toContain(`type=bind,"source=${host}/a,readonly=false,""b",target=/odd,readonly`);
  });

  it('nothing of our environment but where its engine is', () => {
    const environment = {
      PATH: '/bin',
      HOME: '/root',
      DOCKER_HOST: 'unix:///x',
      GITHUB_TOKEN: 'hush',
      NPM_TOKEN: 'hush',
    };
    expect(clientEnvironment(environment)).toEqual({ PATH: '/bin', HOME: '/root', DOCKER_HOST: 'unix:///x' });
  });
});

describe('a docker container', () => {
  it('is removed although its client was killed', async () => {
    const outcome = await sandbox().run(shell('sleep 600', { limits: { ...LIMITS, wallClockMs: 300 } }));
    expect(outcome.killedBy).toBe('wall-clock');
    expect(docker.containers()).toEqual([]);
  });

  it('that the engine ended for its memory says so', async () => {
    docker.misbehave('out-of-memory');
    expect(await sandbox().run(shell('exit 137'))).toMatchObject({ exitCode: 137, killedBy: 'memory' });
  });

  it('that ends with 125 by itself is no failure of docker', async () => {
    expect(await sandbox().run(shell('exit 125'))).toMatchObject({ exitCode: 125, killedBy: null });
  });

  it('that could not be started is a refusal, never an outcome', async () => {
    docker.misbehave('run-fails');
    await expect(sandbox().run(shell('true'))).rejects.toMatchObject({ code: 'sandbox-refused' });
    const session = sandbox().open(command(['true']), () => undefined);
    await expect(session.ended).rejects.toMatchObject({ code: 'sandbox-refused' });
  });

  it('claims what it has shown, and not the filter that this one lacks', async () => {
    const proved = await proveSandbox(sandbox());
    expect(proved).toEqual(
      expect.arrayContaining([
        'no-network',
        'no-host-files',
        'no-writes',
        'no-privileges',
        'wall-clock',
        'process-limit',
      ]),
    );
    expect(proved).not.toContain('system-call-filter');
  });
});

describe('choosing docker', () => {
  // Programs of this machine, without bubblewrap by its name.
  const choose = (dockerImage: string | null) =>
    chooseSandbox({ mode: 'auto', dockerImage, path: [docker.folder].join(delimiter) });

  it('happens where there is no bubblewrap, an engine answers and the container proves itself', async () => {
    const chosen = await choose(IMAGE);
    expect([chosen.sandbox.kind, chosen.executes]).toEqual(['docker', true]);
    expect(text((await chosen.sandbox.run(shell('echo hello'))).stdout)).toBe('hello\n');
    expect(chosen.note).toMatch(/^docker 28\.2\.2, proved: no-network/);
  });

  it('pulls the image once, where the engine does not hold it', async () => {
    docker.misbehave('image-missing');
    expect((await choose(IMAGE)).executes).toBe(true);
    expect(docker.calls()).toContain(`pull --quiet ${IMAGE}`);
  });

  it.each([
    ['without an image', null, [], 'no image is set'],
    ['with an image that is not pinned', 'node:24', [], 'not pinned by digest'],
    ['with a pinned image that is an option', `--privileged@sha256:${'a'.repeat(64)}`, [], 'not pinned by digest'],
    ['without an engine', IMAGE, ['engine-gone'], 'no docker engine answers'],
    ['where the image cannot be had', IMAGE, ['image-missing', 'pull-fails'], 'cannot get the image'],
    ['where nothing can be started', IMAGE, ['run-fails'], 'does not hold no-network'],
  ])('is refused %s: nothing is executed', async (_, image, faults, reason) => {
    faults.forEach((fault) => docker.misbehave(fault));
    const chosen = await choose(image);
    expect([chosen.sandbox.kind, chosen.executes]).toEqual(['none', false]);
    expect(chosen.note).toContain(reason);
    await expect(chosen.sandbox.run(shell('true'))).rejects.toMatchObject({ code: 'sandbox-refused' });
  });
});
