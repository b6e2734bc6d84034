import type { CulpritQuestion } from '#engine/validation/blaming/find-culprit.ts';
import { isFailing } from '#engine/validation/levels/judge-run.ts';
import { localise, type Reach, type Suspect } from '#engine/validation/blaming/localise.ts';

export type RankQuestion = Pick<CulpritQuestion, 'facts' | 'target' | 'cases' | 'tested' | 'probe'>;

/** Symbols that were settled before, that one failing case may have tried one by one. */
const MOST_FURTHER = 80;
/** Of those that look alike in the case's own file, so many are compared by all files. */
const MOST_ALIKE = 8;

/** The most suspicious first, by which cases of the files (of all, when left out) each of them turns into skips. */
export async function rankSuspects(
  members: readonly string[],
  question: RankQuestion,
  only?: readonly string[],
): Promise<Suspect[]> {
  const { facts, target, tested, probe } = question;
  const hangs = target.outcome === 'timeout';
  // A case that hangs would hold up every probe of its file's neighbours: then only its own file is asked.
  const files = hangs ? [target.file] : (only ?? [...new Set(question.cases.map((one) => one.file))]);
  const cases = question.cases.filter((one) => files.includes(one.file));
  const reaches: Reach[] = [];
  for (const symbol of members) {
    const answers = await probe(new Set([symbol]), files);
    const skipped = answers.filter((one) => one.pending === symbol).map((one) => one.key);
    const counts = hangs ? { failing: Math.min(1, skipped.length), passing: 0 } : countReached(skipped, cases);
    const level = facts.symbol(symbol)?.level ?? 0;
    reaches.push({ symbol, level, isSubject: hangs && tested.includes(symbol), ...counts });
  }
  return localise(reaches, hangs ? 1 : cases.filter(isFailing).length);
}

/**
 * The culprit among the best of the candidates and what was settled before, nearest to the test first; null when none of
 * them is reached. The case's own file tells most, all files decide among those that look alike in it.
 */
export async function rankFurther(
  best: string | undefined,
  further: readonly string[],
  question: RankQuestion,
): Promise<string | null> {
  const ranked = await rankSuspects(further.slice(0, MOST_FURTHER), question, [question.target.file]);
  const alike = ranked.filter(({ suspicion }) => suspicion === ranked[0]?.suspicion).slice(0, MOST_ALIKE);
  const finalists = [...(best === undefined ? [] : [best]), ...alike.map(({ symbol }) => symbol)];
  if (finalists.length < 2) return finalists[0] ?? null;
  return (await rankSuspects(finalists, question))[0]?.symbol ?? finalists[0] ?? null;
}

function countReached(skipped: readonly string[], cases: RankQuestion['cases']): Pick<Reach, 'failing' | 'passing'> {
  const failing = new Set(cases.filter(isFailing).map((one) => one.key));
  const passing = new Set(cases.filter((one) => one.outcome === 'passed').map((one) => one.key));
  return {
    failing: skipped.filter((key) => failing.has(key)).length,
    passing: skipped.filter((key) => passing.has(key)).length,
  };
}
