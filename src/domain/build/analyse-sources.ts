import type { AtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** Files taken apart, and the graph of their symbols (`by: 'symbol'`). */
export interface SourceAnalysis {
  readonly fileAtoms: readonly FileAtoms[];
  /** May be drawn when it is first asked for: who only looks at atoms does not pay for it. */
  readonly graph: DependencyGraph;
}

/**
 * Takes source files apart and draws the graph of their symbols. Every file must be of a language that MGE knows. Symbols do
 * not depend on the limits of atoms: only who looks at atoms gives those of the repository.
 */
export type AnalyseSources = (files: SourceFile[], limits?: AtomLimits) => Promise<SourceAnalysis>;
