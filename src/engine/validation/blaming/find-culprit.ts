import type { BatchFacts } from '#engine/validation/batch-facts.ts';
import { bisect, type BisectAnswer, type ProbeAnswer } from '#engine/validation/blaming/bisect.ts';
import { findByReverting, type Reverting } from '#engine/validation/blaming/find-by-reverting.ts';
import { isFailing, type JudgedCase } from '#engine/validation/levels/judge-run.ts';
import { rankFurther, rankSuspects } from '#engine/validation/blaming/rank-suspects.ts';

export interface CulpritQuestion {
  readonly facts: BatchFacts;
  readonly target: JudgedCase;
  /** All cases as they came out with every suspect live. */
  readonly cases: readonly JudgedCase[];
  /** Symbols that the failing test names. */
  readonly tested: readonly string[];
  /** Live candidates that may be at fault, in topological order. */
  readonly suspects: readonly string[];
  /** What was settled before and is compared with them, when they do not account for the case; nearest to the test first. */
  readonly further?: readonly string[];
  /** Runs test files with these suspects (and what was stubbed anyway) as stubs. */
  readonly probe: (stubbed: ReadonlySet<string>, files: readonly string[]) => Promise<readonly JudgedCase[]>;
  /** What stood before some of the suspects, where it is known. */
  readonly reverting?: Reverting;
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
 * Names the candidate behind one failing case: the one whose earlier version makes it pass, where there are such; else the candidates that the case reaches (bisect, stubs as skips), then
 * the most suspicious of them by which cases each of them turns into skips.
 */
export async function findCulprit(question: CulpritQuestion): Promise<CulpritAnswer> {
  const { facts, target } = question;
  const changed = await askReverted(question);
  if (changed !== null) return changed;
  const [fixed, suspects] = partition(question.suspects, (id) => isFixed(facts, id));
  const probe = async (live: ReadonlySet<string>): Promise<ProbeAnswer> =>
    answerFor(target, await question.probe(complement(suspects, live), [target.file]));
  const group =
    suspects.length === 1
      ? await askOnly(suspects, probe)
      : await bisect({ order: suspects, budget: question.budget, probe });
  if (group.kind === 'flaky' || !(await failsAgain(question))) return { kind: 'flaky' };
  const symbol = await chooseAmong(group.members, question);
  return symbol === undefined ? blameFixed(fixed, question) : { kind: 'found', symbol };
}

/** What the earlier versions tell; null where they tell nothing. What is new and was brought in by a change is compared with it. */
async function askReverted(question: CulpritQuestion): Promise<CulpritAnswer | null> {
  const { facts, suspects, reverting } = question;
  const changed = reverting === undefined ? null : await findByReverting(suspects, reverting);
  if (changed === null || reverting === undefined) return null;
  if (!(await failsAgain(question))) return { kind: 'flaky' };
  const needed = facts.closure([changed]);
  const fresh = suspects.filter((id) => needed.has(id) && !reverting.symbols.has(id) && !isFixed(facts, id));
  if (fresh.length === 0) return { kind: 'found', symbol: changed };
  const [best] = await rankSuspects([changed, ...fresh], question);
  return { kind: 'found', symbol: best?.symbol ?? changed };
}

/**
 * The most suspicious of the candidates that the case reaches. Unless all that it reaches fails and nothing else does, what
 * was settled before is compared with it.
 */
async function chooseAmong(members: readonly string[], question: CulpritQuestion): Promise<string | undefined> {
  const further = question.target.outcome === 'timeout' ? [] : (question.further ?? []);
  if (members.length <= 1 && further.length === 0) return members[0];
  const [best] = await rankSuspects(members, question);
  const candidate = best?.symbol ?? members[0];
  if (further.length === 0 || best?.suspicion === 1) return candidate;
  return (await rankFurther(candidate, further, question)) ?? undefined;
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

/** What cannot be a stub: a class, a constant. */
function isFixed(facts: BatchFacts, id: string): boolean {
  return (facts.symbol(id)?.stub ?? null) === null;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter((item) => test(item)), items.filter((item) => !test(item))];
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
