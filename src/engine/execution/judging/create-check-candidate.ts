import type { SourceFile } from '#domain/atom/source-file.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { AnalyseSources, SourceAnalysis } from '#domain/build/analyse-sources.ts';
import type { FailedCheck } from '#domain/build/symbol-state.ts';
import { createEvidence } from '#domain/verdict/create-evidence.ts';
import { higherNeeds } from '#engine/execution/judging/higher-needs.ts';
import { interfaceChanges } from '#engine/execution/regenerating/interface-changes.ts';
import { newPackages } from '#engine/execution/regenerating/new-packages.ts';
import type { RegenerationFacts } from '#engine/execution/regenerating/regeneration-facts.ts';

/** Looks at a new text in its place before any test runs; null when nothing speaks against it. */
export type CheckCandidate = (facts: RegenerationFacts, after: string) => Promise<FailedCheck | null>;

/**
 * The static gate of a regenerated atom: the file parses, its symbols and their headers are the same, nothing new is
 * imported from outside, and nothing of a higher level is needed.
 */
export function createCheckCandidate({ analyse }: { analyse: AnalyseSources }): CheckCandidate {
  return async (facts, after) => {
    const { file, project } = facts;
    const before = partsOf(await analyse([{ path: file.path, text: file.text }]), file.path);
    const code = [...facts.texts].filter(([path]) => path in project.tasks && path !== file.path);
    const changed: SourceFile = { path: file.path, text: after };
    const analysis = await analyse([...code.map(([path, text]) => ({ path, text })), changed]);
    const parts = partsOf(analysis, file.path);
    return (
      syntaxFailure(before, parts, changed) ??
      failure('interface', file.path, interfaceChanges(before, parts)) ??
      failure('imports', file.path, newPackages(file.text, after, [...facts.texts.values()])) ??
      failure('levels', file.path, higherNeeds(facts, analysis.graph))
    );
  };
}

function partsOf(analysis: SourceAnalysis, path: string): FileAtoms | undefined {
  return analysis.fileAtoms.find((parts) => parts.file === path);
}

function syntaxFailure(
  before: FileAtoms | undefined,
  after: FileAtoms | undefined,
  file: SourceFile,
): FailedCheck | null {
  if (after === undefined || after.parseErrors <= (before?.parseErrors ?? 0)) return null;
  const line = after.errorLines[0] ?? null;
  const shown = line === null ? '' : (file.text.split('\n')[line - 1] ?? '');
  return createEvidence({
    check: 'syntax',
    message: 'The new text does not parse in its place.',
    file: file.path,
    line,
    detail: shown,
  });
}

function failure(check: string, file: string, problems: readonly string[]): FailedCheck | null {
  const [first] = problems;
  return first === undefined ? null : createEvidence({ check, message: first, file, detail: problems.join('\n') });
}
