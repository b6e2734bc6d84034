import { askDocker, type DockerClient } from '#adapters/sandbox/docker/docker-client.ts';
import { refusal, success, type Result } from '#domain/failure/result.ts';

/** A name of an image alone can be pointed at other code at any time; its digest cannot. */
const PINNED = /^\w[\w./:-]{0,200}@sha256:[0-9a-f]{64}$/;
const ANSWER_MS = 10_000;
const PULL_MS = 300_000;

/**
 * Sees to it that containers of the image can be started: the engine answers, and holds the image (it is pulled once). A
 * refusal says in half a sentence what is missing.
 */
export async function prepareDocker(client: DockerClient, image: string): Promise<Result<string, string>> {
  if (!PINNED.test(image)) return refusal('the image for docker is not pinned by digest (name@sha256:…)');
  const version = await askDocker(client, ['version', '--format', '{{.Server.Version}}'], ANSWER_MS);
  if (version === null) return refusal('no docker engine answers');
  const held = await askDocker(client, ['image', 'inspect', '--format', '{{.Id}}', image], ANSWER_MS);
  const there = held ?? (await askDocker(client, ['pull', '--quiet', image], PULL_MS));
  return there === null ? refusal('docker cannot get the image of the sandbox') : success(version);
}
