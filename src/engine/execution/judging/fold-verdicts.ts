import type { Project, ProjectSymbol } from '#domain/build/project.ts';
import type { CheckCounts, FailedCheck } from '#domain/build/symbol-state.ts';
import type { EventOf } from '#domain/run/event.ts';
import { createEvidence } from '#domain/verdict/create-evidence.ts';
import type { Manifest } from '#domain/verdict/manifest.ts';
import type { AtomVerdict, CheckOutcome, Results } from '#domain/verdict/results.ts';
import { rootAtoms } from '#engine/execution/laying-out/symbol-states.ts';

export type SymbolVerdict = EventOf<'batch-collected'>['symbols'][number];

/**
 * The verdicts of a job's atoms, as verdicts of the candidates' symbols and of suspects that failed. A symbol failed when one of its atoms did; it is
 * not executed when one of its atoms was not, or when the job ended before it was judged.
 */
export function foldVerdicts(manifest: Manifest, results: Results, project: Project): SymbolVerdict[] {
  const judged = new Map<string, AtomVerdict[]>();
  for (const atom of results.atoms) judged.set(atom.symbol, [...(judged.get(atom.symbol) ?? []), atom]);
  const failed = new Set(results.atoms.filter(({ verdict }) => verdict === 'failed').map(({ symbol }) => symbol));
  const symbols = new Map(project.symbols.map((symbol) => [symbol.id, symbol]));
  const roots = rootAtoms(project.atoms);
  return manifest.symbols
    .filter(({ id, state, suspect }) => state === 'candidate' || (suspect === true && failed.has(id)))
    .map(({ id }) => {
      const atoms = judged.get(id) ?? [];
      const failing = atoms.find((atom) => atom.verdict === 'failed');
      const runs = isExecutable(symbols.get(id));
      return {
        symbol: id,
        verdict: failing === undefined ? unfailed(atoms, runs) : 'failed',
        blockedBy: atoms.find((atom) => atom.blockedBy !== null)?.blockedBy ?? null,
        checks: countChecks(atoms, symbols.get(id)),
        weakness: weaknessOf(atoms),
        failure: failing === undefined ? null : failureOf(failing),
        atom: failing === undefined ? null : atomToRegenerate(failing.id, symbols.get(id), roots.get(id)?.id),
      };
    });
}

/** What the tests of a symbol do not notice; empty when they do, or were not tried. */
function weaknessOf(atoms: readonly AtomVerdict[]): string {
  const tried = atoms.flatMap((atom) => atom.checks).find((one) => one.check === 'strength');
  return tried?.evidence?.message ?? '';
}

/** Checks that execute the code. */
const EXECUTING: ReadonlySet<string> = new Set(['unit', 'integration', 'component', 'system']);

/** A function that parses and type-checks but that no test has executed has not passed. */
function unfailed(atoms: readonly AtomVerdict[], runs: boolean): CheckOutcome {
  const executed = atoms.some(({ checks }) =>
    checks.some(({ check, outcome }) => EXECUTING.has(check) && outcome === 'passed'),
  );
  const passed = atoms.length > 0 && atoms.every((atom) => atom.verdict === 'passed');
  return passed && (executed || !runs) ? 'passed' : 'not-executed';
}

const WORST: readonly CheckOutcome[] = ['failed', 'not-executed', 'passed'];

/** Checks that every function must have had; that a wider boundary did not reach it yet takes nothing from a symbol. */
const OWN_CHECKS: ReadonlySet<string> = new Set(['syntax', 'types', 'unit', 'strength']);

/** Types and constants are proved by the type checker and by the code that uses them. */
function isExecutable(symbol: ProjectSymbol | undefined): boolean {
  return symbol === undefined || symbol.kind === 'function' || symbol.kind === 'method';
}

/** Each kind of check counts once for a symbol, with its worst outcome over the atoms. */
function countChecks(atoms: readonly AtomVerdict[], symbol: ProjectSymbol | undefined): CheckCounts {
  const worst = new Map<string, CheckOutcome>();
  for (const { check, outcome } of atoms.flatMap((atom) => atom.checks)) {
    const known = worst.get(check) ?? 'passed';
    worst.set(check, WORST.indexOf(outcome) < WORST.indexOf(known) ? outcome : known);
  }
  const runs = isExecutable(symbol);
  const counted = [...worst].filter(
    ([check, outcome]) => outcome !== 'not-executed' || (OWN_CHECKS.has(check) && (runs || check !== 'unit')),
  );
  const count = (outcome: CheckOutcome): number => counted.filter(([, each]) => each === outcome).length;
  return { passed: count('passed'), failed: count('failed'), notExecuted: count('not-executed') };
}

function failureOf(atom: AtomVerdict): FailedCheck {
  const failed = atom.checks.find((check) => check.outcome === 'failed');
  const check = failed?.check ?? 'validation';
  return failed?.evidence ?? createEvidence({ check, message: `The ${check} check failed and left no evidence.` });
}

/** Functions, methods and declarations are written anew as a whole; of a class or a module only the part that failed. */
function atomToRegenerate(failing: string, symbol: ProjectSymbol | undefined, root: string | undefined): string {
  const holdsOthers = symbol === undefined || symbol.kind === 'module' || symbol.kind === 'class';
  return holdsOthers ? failing : (root ?? failing);
}

/** Test files that ran, and of which every case passed. */
export function passedFiles({ tests }: Results): string[] {
  const others = new Set(tests.filter(({ outcome }) => outcome !== 'passed').map(({ file }) => file));
  return [...new Set(tests.map(({ file }) => file))].filter((file) => !others.has(file));
}
