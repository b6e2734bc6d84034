import type { BatchFacts } from '#engine/validation/batch-facts.ts';
import { bisect, type BisectAnswer, type ProbeAnswer } from '#engine/validation/bisect.ts';
import { localise, type Reach } from '#engine/validation/localise.ts';
import { isFailing, type JudgedCase } from '#engine/validation/judge-run.ts';

export interface CulpritQuestion {
  readonly facts: BatchFacts;
  readonly target: JudgedCase;
  /** All cases as they came out with every suspect live. */
  readonly cases: readonly JudgedCase[];
  /** Symbols that the failing test names. */
  readonly tested: readonly string[];
  /** Live candidates that may be at fault, in topological order. */
  readonly suspects: readonly string[];
  /** Runs test files with these suspects (and what was stubbed anyway) as stubs. */
  readonly probe: (stubbed: ReadonlySet<string>, files: readonly string[]) => Promise<readonly JudgedCase[]>;
  readonly budget: number;
}

export type CulpritAnswer =
  | { readonly kind: 'found'; readonly symbol: string }
  /** It fails whatever the candidates are: settled code, the test itself, or the project. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'flaky' };

/** Runs that a failure must survive before somebody is blamed for it. */
const CONFIRMATIONS = 2;

/**
 * Names the candidate behind one failing case: first the candidates that the case reaches (bisect, stubs as skips), then
 * the most suspicious of them by which cases each of them turns into skips.
 */
export async function findCulprit(question: CulpritQuestion): Promise<CulpritAnswer> {
  const { facts, target } = question;
  const [fixed, suspects] = partition(question.suspects, (id) => (facts.symbol(id)?.stub ?? null) === null);
  const probe = async (live: ReadonlySet<string>): Promise<ProbeAnswer> =>
    answerFor(target, await question.probe(complement(suspects, live), [target.file]));
  const group =
    suspects.length === 1
      ? await askOnly(suspects, probe)
      : await bisect({ order: suspects, budget: question.budget, probe });
  if (group.kind === 'flaky' || !(await failsAgain(question))) return { kind: 'flaky' };
  const [first, ...more] = group.members;
  if (first !== undefined)
    return { kind: 'found', symbol: more.length === 0 ? first : await mostSuspicious(group.members, question) };
  return blameFixed(fixed, question);
}

/**
 * Whether the case still fails with every suspect live: chance may have misled the whole search, and nobody is blamed for
 * chance. A case that hangs does so by its nature, and would cost its time again.
 */
async function failsAgain({ target, probe }: CulpritQuestion): Promise<boolean> {
  if (target.outcome === 'timeout') return true;
  for (let round = 0; round < CONFIRMATIONS; round += 1) {
    const answer = answerFor(target, await probe(new Set(), [target.file]));
    if (answer.outcome === 'passed') return false;
  }
  return true;
}

/** With one suspect, a single probe tells whether the case reaches it. */
async function askOnly(
  suspects: readonly string[],
  probe: (live: ReadonlySet<string>) => Promise<ProbeAnswer>,
): Promise<BisectAnswer> {
  const { outcome } = await probe(new Set());
  return { kind: 'group', members: outcome === 'failed' ? [] : suspects, probes: 1 };
}

/**
 * A case that fails without reaching any function: what cannot be a stub (a class, a constant) may be at fault, if the
 * test names it; nobody can be asked.
 */
function blameFixed(fixed: readonly string[], { tested }: CulpritQuestion): CulpritAnswer {
  const named = fixed.filter((id) => tested.includes(id));
  const symbol = named[0] ?? (fixed.length === 1 ? fixed[0] : undefined);
  return symbol === undefined ? { kind: 'elsewhere' } : { kind: 'found', symbol };
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter((item) => test(item)), items.filter((item) => !test(item))];
}

async function mostSuspicious(members: readonly string[], question: CulpritQuestion): Promise<string> {
  const hangs = question.target.outcome === 'timeout';
  // A case that hangs would hold up every probe of its file's neighbours: then only its own file is asked.
  const files = hangs ? [question.target.file] : [...new Set(question.cases.map((one) => one.file))];
  const reaches: Reach[] = [];
  for (const symbol of members) {
    const cases = await question.probe(new Set([symbol]), files);
    const skipped = cases.filter((one) => one.pending === symbol).map((one) => one.key);
    const counts = hangs ? { failing: Math.min(1, skipped.length), passing: 0 } : countReached(skipped, question);
    const level = question.facts.symbol(symbol)?.level ?? 0;
    reaches.push({ symbol, level, isSubject: hangs && question.tested.includes(symbol), ...counts });
  }
  const failingTotal = hangs ? 1 : question.cases.filter(isFailing).length;
  return localise(reaches, failingTotal)[0]?.symbol ?? members[0] ?? '';
}

function countReached(skipped: readonly string[], { cases }: CulpritQuestion): Pick<Reach, 'failing' | 'passing'> {
  const failing = new Set(cases.filter(isFailing).map((one) => one.key));
  const passing = new Set(cases.filter((one) => one.outcome === 'passed').map((one) => one.key));
  return {
    failing: skipped.filter((key) => failing.has(key)).length,
    passing: skipped.filter((key) => passing.has(key)).length,
  };
}

function answerFor(target: JudgedCase, cases: readonly JudgedCase[]): ProbeAnswer {
  const same = cases.find((one) => one.key === target.key);
  if (same !== undefined && isFailing(same)) return { outcome: 'failed' };
  if (same?.outcome === 'passed') return { outcome: 'passed' };
  // A file that ends early or hangs with its stubs reports other cases: the stubs they ran into are what the file reaches.
  const pending = typeof same?.pending === 'string' ? [same.pending] : cases.flatMap((one) => one.pending ?? []);
  return { outcome: 'skipped', reached: [...new Set(pending)] };
}

function complement(all: readonly string[], live: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(all.filter((id) => !live.has(id)));
}
