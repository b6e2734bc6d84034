import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChosenSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { Manifest } from '#domain/verdict/manifest.ts';
import type { Toolchain } from '#engine/validation/toolchain.ts';
import { recognizeProject } from '#action/src/recognize-project.ts';
import { copyLibrary, type Library } from '#scripts/bench/validation/faults/library.ts';

/** A copy of a library with the tool chain that the action would choose for it. */
export interface Judge {
  readonly folder: string;
  readonly toolchain: Toolchain;
  close(): Promise<void>;
}

const LIMITS = { atomSeconds: 60, jobSeconds: 21_600, memoryMb: 2048 };

/** Sets a copy up in the sandbox. Throws where no tool chain fits. */
export async function openJudge(library: Library, chosen: ChosenSandbox): Promise<Judge> {
  const folder = copyLibrary(library);
  const modules = join(library.folder, 'node_modules');
  const manifest = Manifest.parse({
    version: 1,
    run: 'bench',
    batch: 0,
    key: 'bench',
    levels: [],
    symbols: [],
    atoms: [],
    needs: [],
    boundaries: [],
    tests: library.tests.map((file) => ({ file, kind: 'unit', symbols: [] })),
    toolchain: 'auto',
    commands: { install: null, typecheck: null, test: null, build: null },
    limits: LIMITS,
  });
  const installed = existsSync(modules) ? modules : null;
  const project = await recognizeProject({
    root: folder,
    manifest,
    sandbox: chosen.sandbox,
    executes: true,
    modules: installed,
    say: () => undefined,
  });
  if (project === null) throw new Error(`no tool chain fits ${library.folder}`);
  return { folder, toolchain: await project.open(), close: () => project.close() };
}
