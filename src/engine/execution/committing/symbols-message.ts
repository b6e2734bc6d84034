import type { Build } from '#domain/build/build.ts';
import { symbolPath } from '#domain/build/symbol-path.ts';
import { dropInvisible } from '#domain/prompt/invisible-characters.ts';
import { ellipsis } from '#domain/prompt/shorten.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import {
  listByFile,
  listTrailer,
  scopeOf,
  subjectLine,
  type NamedSymbol,
} from '#engine/execution/committing/commit-names.ts';

type CommitSymbols = EffectOf<'commit-symbols'>;

const VERBS: Record<CommitSymbols['reason'], { type: string; verb: string; why: string }> = {
  repair: {
    type: 'fix',
    verb: 'repair',
    why: 'A wider check found these wrong after their level was committed; the new text passed.',
  },
  regenerate: { type: 'refactor', verb: 'rewrite', why: 'Rewritten as a reviewer asked, and validated again.' },
  approve: {
    type: 'feat',
    verb: 'accept',
    why: 'A reviewer accepted this text although not all of its checks passed.',
  },
};

/** The message of a repair's or a decision's commit. */
export function symbolsMessage(run: Run, build: Build, effect: CommitSymbols): string {
  const named = effect.symbols.map((id): NamedSymbol => ({ id, file: build.symbols[id]?.file ?? id }));
  const { type, verb, why } = VERBS[effect.reason];
  const scope = scopeOf(named);
  const subject = subjectLine(`${type}${scope === null ? '' : `(${scope})`}: ${verb} `, named.map(symbolPath), '');
  const ids = new Set(effect.symbols);
  const atoms = Object.values(build.atoms)
    .filter((atom) => ids.has(atom.symbol))
    .map((atom) => atom.id);
  const decisions = effect.symbols.flatMap((id) => decisionsOf(run, id, effect.reason));
  const trailers = [`MGE-Run: ${run.id}`, ...decisions, ...(atoms.length > 0 ? [listTrailer('MGE-Atoms', atoms)] : [])];
  return `${[subject, why, listByFile(named).join('\n'), trailers.join('\n')].join('\n\n')}\n`;
}

const DONE: Record<CommitSymbols['reason'], string> = {
  repair: 'repaired',
  regenerate: 'regenerated',
  approve: 'approved',
};

function decisionsOf(run: Run, symbol: string, reason: CommitSymbols['reason']): string[] {
  const thread = run.review?.threads[symbol];
  if (reason === 'repair' || thread === undefined) return [];
  const by = thread.by === null ? '' : ` by ${thread.by}`;
  const feedback = thread.feedback === '' ? '' : `: ${plain(thread.feedback)}`;
  return [`MGE-Decision: ${DONE[reason]}${by}${feedback}`];
}

/** A person's words as one plain line of a trailer: it mentions nobody, and no issue that a merge would close. */
function plain(text: string): string {
  const line = ellipsis(dropInvisible(text).replace(/\s+/gu, ' ').trim(), 200);
  return line.replace(/@(?=[\w-])|#(?=\d)|gh-(?=\d)|https?:\/\/(?=github\.com)/giu, '');
}
