import type { Manifest } from '#domain/verdict/manifest.ts';

/**
 * What of a manifest can be judged where nothing of the target may run: its syntax, and its types by the compiler. Tests,
 * and commands of the settings that would run it, are left out, so that each function stays "not executed".
 */
export function withoutExecution(manifest: Manifest): Manifest {
  const { install } = manifest.commands;
  return { ...manifest, tests: [], boundaries: [], commands: { install, typecheck: null, test: null, build: null } };
}
