import type { Mutant } from '#domain/mutation/mutant.ts';
import { digest } from '#domain/verdict/stable-message.ts';

/**
 * `count` of the mutants, of as many kinds as there are, spread by a digest of their place: the same text gives the same
 * choice, and no kind or place is favoured.
 */
export function chooseMutants(mutants: readonly Mutant[], count: number): Mutant[] {
  const shuffled = mutants
    .map((mutant) => ({ mutant, rank: digest(`${mutant.kind} ${mutant.start} ${mutant.text}`) }))
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    .map(({ mutant }) => mutant);
  const turns = new Map<string, number>();
  const ranked = shuffled.map((mutant) => {
    const turn = turns.get(mutant.kind) ?? 0;
    turns.set(mutant.kind, turn + 1);
    return { mutant, turn };
  });
  const chosen = ranked.toSorted((left, right) => left.turn - right.turn).slice(0, count);
  return chosen.map(({ mutant }) => mutant).toSorted((left, right) => left.start - right.start);
}
