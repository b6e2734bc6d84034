import { createEvidence } from '#domain/verdict/create-evidence.ts';
import type { Evidence } from '#domain/verdict/results.ts';
import type { BatchFacts } from '#engine/validation/batch-facts.ts';
import type { CandidateTree } from '#engine/validation/running/candidate-tree.ts';
import { locateDiagnostic } from '#engine/validation/blaming/locate-diagnostic.ts';
import { checkTree } from '#engine/validation/running/check-tree.ts';
import type { Diagnostic, Toolchain, TypecheckRun } from '#engine/validation/toolchain.ts';
import type { VerdictBook } from '#engine/validation/verdict-book.ts';

/** More rounds than this would mean that blaming does not converge. */
const MAX_ROUNDS = 12;
const MAX_EVIDENCE = 20;

export interface TypeVerdict {
  readonly typechecked: boolean | null;
  /** Whether the whole tree was looked at: a file that does not parse keeps a checker from saying anything else. */
  readonly complete: boolean;
  readonly evidence: readonly Evidence[];
}

export interface TypeJudgement {
  readonly facts: BatchFacts;
  readonly tree: CandidateTree;
  readonly toolchain: Toolchain;
  readonly book: VerdictBook;
  readonly checkedTrees: Map<string, TypecheckRun>;
  /** Symbols to stub at this level, besides those that failed. */
  readonly stubbed: ReadonlySet<string>;
  readonly files: readonly string[];
  /** Says that time is up; the judgement then ends with what it has. */
  readonly expired: () => boolean;
}

/**
 * Checks the tree of a level until it type-checks: candidates that complaints speak against fail and become stubs, and
 * the rest is checked again. Ends as well when nobody (new) can be blamed; what is left is the level's evidence.
 */
export async function judgeTypes(judgement: TypeJudgement): Promise<TypeVerdict> {
  for (let round = 0; round < MAX_ROUNDS && !judgement.expired(); round += 1) {
    const standing = await judgement.tree.lay(new Set([...judgement.stubbed, ...judgement.book.failed]));
    const run = await checkTree(judgement, standing);
    if (run.passed) return { typechecked: run.typed === null ? null : true, complete: true, evidence: [] };
    const blamed = blame(run.diagnostics, judgement, standing);
    const complete = run.problem === null && run.diagnostics.every((diagnostic) => diagnostic.check === 'types');
    if (blamed === 0) return { typechecked: false, complete, evidence: leftOver(run, judgement.tree) };
  }
  const message = 'the tree was not brought to type-check in the time and rounds given';
  return { typechecked: false, complete: false, evidence: [createEvidence({ check: 'types', message })] };
}

/** Fails the owners of the diagnostics; returns how many symbols failed that had not before. */
function blame(diagnostics: readonly Diagnostic[], judgement: TypeJudgement, standing: ReadonlySet<string>): number {
  const { facts, tree, book } = judgement;
  const before = book.failed.size;
  const isLive = (id: string): boolean =>
    facts.symbol(id)?.state === 'candidate' && !standing.has(id) && !judgement.stubbed.has(id);
  for (const diagnostic of firstOfEachBrokenFile(diagnostics)) {
    for (const owner of locateDiagnostic(diagnostic, { facts, tree, isLive })) {
      book.fail(owner.symbol, diagnostic.check, describe(diagnostic, tree), owner.atom === null ? [] : [owner.atom]);
    }
  }
  return book.failed.size - before;
}

/** After a syntax error a parser guesses: only the first of a file is believed. */
function firstOfEachBrokenFile(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    if (diagnostic.check !== 'syntax') return true;
    const first = !seen.has(diagnostic.file);
    seen.add(diagnostic.file);
    return first;
  });
}

function describe(diagnostic: Diagnostic, tree: CandidateTree): Evidence {
  const place = tree.place(diagnostic.file, diagnostic.line, diagnostic.column);
  const source = tree.original(place.file).split('\n')[place.line - 1] ?? '';
  const [head = '', ...rest] = diagnostic.message.split('\n');
  const message = diagnostic.code === '' ? head : `${diagnostic.code}: ${head}`;
  return createEvidence({
    check: diagnostic.check,
    message,
    file: place.file,
    line: place.line,
    detail: [source, ...rest].join('\n'),
  });
}

function leftOver(run: TypecheckRun, tree: CandidateTree): Evidence[] {
  if (run.problem !== null) return [createEvidence({ check: 'types', message: run.problem })];
  return run.diagnostics.slice(0, MAX_EVIDENCE).map((diagnostic) => describe(diagnostic, tree));
}
