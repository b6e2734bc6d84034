import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { BuildGraph } from '#engine/dependencies/create-build-graph.ts';

/** How the calls of one program compare with those that its `callgraph.json` names. */
export interface ProgramScore {
  readonly program: string;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

const CallGraph = z.record(z.string(), z.array(z.string()));

/** Scores every folder under `corpus` that holds a `callgraph.json` (caller → callees) beside its sources. */
export async function scoreCallGraphs(buildGraph: BuildGraph, corpus: string): Promise<ProgramScore[]> {
  const paths = await readdir(corpus, { recursive: true });
  const programs = paths.filter((path) => path.endsWith('callgraph.json')).map((path) => join(corpus, path, '..'));
  const scores: ProgramScore[] = [];
  for (const program of programs.toSorted()) scores.push(await scoreProgram(buildGraph, corpus, program));
  return scores;
}

async function scoreProgram(buildGraph: BuildGraph, corpus: string, folder: string): Promise<ProgramScore> {
  const expected = CallGraph.parse(JSON.parse(await readFile(join(folder, 'callgraph.json'), 'utf8')));
  const wanted = new Set(Object.entries(expected).flatMap(([from, callees]) => callees.map((to) => `${from} → ${to}`)));
  const graph = await buildGraph(await readSources(folder), { by: 'symbol', nested: true });
  const found = new Set(graph.edges.filter(({ kind }) => kind === 'call').map(({ from, to }) => `${from} → ${to}`));
  return {
    program: relative(corpus, folder),
    missing: [...wanted].filter((edge) => !found.has(edge)),
    extra: [...found].filter((edge) => !wanted.has(edge)),
  };
}

async function readSources(folder: string): Promise<SourceFile[]> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.py'));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}
