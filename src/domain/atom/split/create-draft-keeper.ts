import { areKept, type KeptParts } from '#domain/atom/kept-parts.ts';
import { afterOf } from '#domain/atom/tree-navigation.ts';
import type { AtomDraft, Range } from '#domain/atom/split/atom-draft.ts';
import { areBoundAlike, sameSymbols, type KeptPlace } from '#domain/atom/split/kept-place.ts';
import type { Item } from '#domain/atom/split/region.ts';
import type { SplitContext } from '#domain/atom/split/split-context.ts';

/** Adds the drafts of a top-level group from the splitting before an edit; tells whether they would come out the same. */
export type DraftKeeper = (group: readonly Item[]) => boolean;

export function createDraftKeeper(context: SplitContext): DraftKeeper {
  const { earlier } = context;
  if (earlier === null) return () => false;
  const atNode = new Map<number, number>();
  earlier.known.drafts.forEach(({ parent, node }, index) => {
    if (parent === 0) atNode.set(node, index);
  });
  return (group) => {
    const place = placeOf(context, earlier.kept, group);
    const index = atNode.get((place?.from ?? -1) - (place?.nodeShift ?? 0));
    const first = earlier.known.drafts[index ?? -1];
    if (place === null || index === undefined || first === undefined) return false;
    const { span, textShift } = place;
    if (first.span[0] + textShift !== span[0] || first.span[1] + textShift !== span[1]) return false;
    const symbols = sameSymbols(earlier.known.symbols, context.symbols, place);
    if (symbols === null || !areBoundAlike(earlier.known.names, context.names, place)) return false;
    addMoved(context, earlier.known.drafts, { first: index, symbols, ...place });
    return true;
  };
}

/** Where a group stands, when its nodes and the text that goes with them were kept. */
function placeOf({ tree }: SplitContext, kept: KeptParts, group: readonly Item[]): KeptPlace | null {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = first.node;
  const to = afterOf(tree, last.node);
  if (!areKept(kept, from, to)) return null;
  const span: Range = [first.span[0], last.span[1]];
  const { headText, tailText, nodeShift, textShift } = kept;
  if (to <= kept.headNodes) return span[1] <= headText ? { from, to, span, nodeShift: 0, textShift: 0 } : null;
  return span[0] >= tailText ? { from, to, span, nodeShift, textShift } : null;
}

interface Move extends KeptPlace {
  readonly first: number;
  readonly symbols: ReadonlyMap<number, number>;
}

/** Adds a top-level draft and those within it, which follow it. */
function addMoved(
  context: SplitContext,
  before: readonly AtomDraft[],
  { first, symbols, nodeShift, textShift }: Move,
): void {
  const by = context.drafts.length - first;
  for (let index = first; ; index += 1) {
    const draft = before[index];
    if (draft === undefined || (index > first && draft.parent === 0)) return;
    const [start, end] = draft.span;
    const { kind, loc, complexity, oversize } = draft;
    context.drafts.push({
      parent: draft.parent === 0 ? 0 : draft.parent + by,
      symbol: symbols.get(draft.symbol) ?? 0,
      kind,
      node: draft.node + nodeShift,
      span: [start + textShift, end + textShift],
      ranges: textShift === 0 ? draft.ranges : draft.ranges.map(([from, to]) => [from + textShift, to + textShift]),
      loc,
      complexity,
      oversize,
      same: index,
    });
  }
}
