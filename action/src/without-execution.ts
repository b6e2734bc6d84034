import { ManifestCommands, type Manifest } from '#domain/verdict/manifest.ts';

const NO_COMMANDS = { install: null, typecheck: null, test: null, build: null };

/**
 * What of a manifest can be judged where nothing of the target may run: its syntax, and its types by the compiler. Tests,
 * and commands of the settings that would run it, are left out, so that each function stays "not executed".
 */
export function withoutExecution(manifest: Manifest): Manifest {
  const commands = ManifestCommands.parse({ ...NO_COMMANDS, install: manifest.commands.install });
  return { ...manifest, tests: [], boundaries: [], mutants: [], comparisons: [], commands };
}
