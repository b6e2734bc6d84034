import { resolve } from 'node:path';
import { z } from 'zod';

const Environment = z.object({
  GITHUB_WORKSPACE: z.string().min(1),
  GITHUB_SHA: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
  GITHUB_OUTPUT: z.string().default(''),
  GITHUB_STEP_SUMMARY: z.string().default(''),
  INPUT_MANIFEST: z.string().default('.mge/level.json'),
  INPUT_KEY: z.string().default(''),
  INPUT_SANDBOX: z.enum(['auto', 'unsafe']).default('auto'),
  INPUT_DOCKER_IMAGE: z.string().default(''),
  INPUT_CONTROL_GROUPS: z.enum(['true', 'false']).default('false'),
  MGE_NODE_MODULES: z.string().default(''),
  INPUT_RESULTS: z.string().default('mge-results.json'),
});

export interface ActionSettings {
  readonly workspace: string;
  readonly headSha: string;
  readonly manifest: string;
  readonly key: string;
  readonly sandbox: 'auto' | 'unsafe';
  /** For machines without bubblewrap; null: docker is not tried. */
  readonly dockerImage: string | null;
  readonly controlGroups: boolean;
  /** Installed node_modules that a runner keeps between jobs; null: the action installs. */
  readonly modules: string | null;
  readonly results: string;
  /** Files that the runner reads; empty outside a runner. */
  readonly outputFile: string;
  readonly summaryFile: string;
}

/** Reads what the runner gives an action: inputs and paths, and nothing that is secret. */
export function readActionSettings(environment: Readonly<Record<string, string | undefined>>): ActionSettings {
  const env = Environment.parse(environment);
  return {
    workspace: env.GITHUB_WORKSPACE,
    headSha: env.GITHUB_SHA,
    manifest: resolve(env.GITHUB_WORKSPACE, env.INPUT_MANIFEST),
    key: env.INPUT_KEY,
    sandbox: env.INPUT_SANDBOX,
    dockerImage: env.INPUT_DOCKER_IMAGE === '' ? null : env.INPUT_DOCKER_IMAGE,
    controlGroups: env.INPUT_CONTROL_GROUPS === 'true',
    modules: env.MGE_NODE_MODULES === '' ? null : env.MGE_NODE_MODULES,
    results: resolve(env.GITHUB_WORKSPACE, env.INPUT_RESULTS),
    outputFile: env.GITHUB_OUTPUT,
    summaryFile: env.GITHUB_STEP_SUMMARY,
  };
}
