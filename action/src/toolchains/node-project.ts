import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonIfThere } from '#action/src/read-if-there.ts';

const PackageFile = z.looseObject({
  type: z.string().optional(),
  scripts: z.record(z.string(), z.string()).default({}),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  workspaces: z.unknown().optional(),
});

export type NodeTestRunner = 'node' | 'node-tsx' | 'vitest' | 'jest' | 'mocha';

/** What a Node project's own files say about how it is checked. */
export interface NodeProject {
  readonly root: string;
  readonly runner: NodeTestRunner;
  readonly hasTsconfig: boolean;
  /** Its own, or those of its workspaces. */
  readonly hasDependencies: boolean;
}

/** Reads package.json; null when there is none or it cannot be read as one. */
export function readNodeProject(root: string): NodeProject | null {
  const parsed = PackageFile.safeParse(readJsonIfThere(join(root, 'package.json')));
  if (!parsed.success) return null;
  const { scripts, dependencies, devDependencies, workspaces } = parsed.data;
  const all = { ...dependencies, ...devDependencies };
  return {
    root,
    runner: chooseRunner(scripts['test'] ?? '', Object.keys(all)),
    hasTsconfig: existsSync(join(root, 'tsconfig.json')),
    hasDependencies:
      Object.keys(all).length > 0 || workspaces !== undefined || existsSync(join(root, 'pnpm-workspace.yaml')),
  };
}

const RUNNERS = ['vitest', 'jest', 'mocha'] as const;

/** The test script decides; a project without one is judged by what it depends on, then by node's own runner. */
function chooseRunner(script: string, dependencies: readonly string[]): NodeTestRunner {
  for (const runner of RUNNERS) if (new RegExp(`\\b${runner}\\b`).test(script)) return runner;
  if (/\btsx\b/.test(script)) return 'node-tsx';
  if (/\bnode\b.*--test\b/.test(script)) return 'node';
  for (const runner of RUNNERS) if (dependencies.includes(runner)) return runner;
  return dependencies.includes('tsx') ? 'node-tsx' : 'node';
}
