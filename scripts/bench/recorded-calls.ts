import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { readProjectFiles } from '#main/commands/read-project-files.ts';
import { nameRecordedCalls } from '#scripts/bench/analysis/name-recorded-calls.ts';
import { readCorpus } from '#scripts/bench/analysis/read-corpus.ts';
import { scoreRecordedCalls } from '#scripts/bench/analysis/score-recorded-calls.ts';

const EVERY_FILE = 1_000_000;

const RecordedCalls = z.record(z.string(), z.array(z.string()));

/**
 * `calls FOLDER RECORDED [LIBRARY]`: the graph of a project against the calls that its own suite made; RECORDED is what
 * `instrument-calls.ts` (JavaScript and TypeScript) or `record-python-calls.py` (a `.json`) wrote. Of a FOLDER with tests too, count only
 * calls within the files that LIBRARY has under the same paths.
 */
export async function benchRecordedCalls([folder, recorded, library]: readonly string[]): Promise<void> {
  if (folder === undefined || recorded === undefined)
    throw new Error('Give the folder of the project and the file of the calls that its tests made.');
  const isPython = recorded.endsWith('.json');
  const syntax = await createTreeSitterSyntax();
  const files = await readFiles(folder, isPython);
  const counted = new Set((library === undefined ? files : await readFiles(library, isPython)).map(({ path }) => path));
  const atomize = createAtomize({ syntax });
  const symbols = (await Promise.all(files.map(atomize))).flatMap((file) => file.symbols);
  const settings = readProjectFiles(
    files.map(({ path }) => join(folder, path)),
    folder,
  ).map((file) => within(folder, file));
  const graph = await createBuildGraph({ syntax })([...files, ...settings], { by: 'symbol' });
  const written = await readFile(recorded, 'utf8');
  const calls = isPython ? RecordedCalls.parse(JSON.parse(written)) : nameRecordedCalls(written, symbols);
  const score = scoreRecordedCalls(partOf(graph, counted), calls);
  const found = score.recorded - score.missing.length;
  for (const edge of score.missing) console.log(`missing  ${edge}`);
  for (const edge of score.unseen) console.log(`unseen   ${edge}`);
  console.log(`recorded ${score.recorded}, found ${found}; stated and not seen ${score.unseen.length}`);
}

async function readFiles(folder: string, isPython: boolean): Promise<SourceFile[]> {
  const corpus = await readCorpus(folder, isPython ? 'py' : 'js,mjs,cjs,jsx,ts,mts,cts,tsx', EVERY_FILE);
  return corpus.map((file) => within(folder, file));
}

/** A file by its path in a folder. */
function within(folder: string, { path, text }: SourceFile): SourceFile {
  return { path: relative(folder, path), text };
}

/** The part of a graph that stands in some of its files; what is outside the project stays. */
function partOf(graph: DependencyGraph, files: ReadonlySet<string>): DependencyGraph {
  return { ...graph, nodes: graph.nodes.filter(({ kind, file }) => kind === 'external' || files.has(file)) };
}
