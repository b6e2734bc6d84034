import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#domain/verdict/manifest.ts';
import type { ProjectQuestion, RecognizedProject } from '#action/src/recognized-project.ts';
import { recognizeNode } from '#action/src/toolchains/javascript/recognize-node.ts';
import { recognizePython } from '#action/src/toolchains/python/recognize-python.ts';

/** By the manifest's wish or the files themselves; null when the machine lacks what the project needs. */
export function recognizeProject(question: ProjectQuestion): Promise<RecognizedProject | null> {
  const { manifest, root } = question;
  const python = manifest.toolchain === 'python' || (manifest.toolchain === 'auto' && looksLikePython(root, manifest));
  return python ? recognizePython(question) : Promise.resolve(recognizeNode(question));
}

function looksLikePython(root: string, manifest: Manifest): boolean {
  if (manifest.symbols.length > 0) return manifest.symbols.every((symbol) => symbol.file.endsWith('.py'));
  return (
    !existsSync(join(root, 'package.json')) &&
    [...readdirSync(root), ...manifest.tests.map((test) => test.file)].some(
      (file) => file === 'pyproject.toml' || file.endsWith('.py'),
    )
  );
}
