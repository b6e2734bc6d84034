import type { AtomKind } from '#domain/atom/atom.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, hasFlag } from '#domain/atom/tree-navigation.ts';
import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';
import { atomKindOf } from '#domain/atom/split/atom-kind-of.ts';
import { createDraftKeeper } from '#domain/atom/split/create-draft-keeper.ts';
import { carve, isWithin, measure, type Carving } from '#domain/atom/split/carve.ts';
import { findSymbolHoles } from '#domain/atom/split/find-symbol-holes.ts';
import { fits, groupItems } from '#domain/atom/split/group-items.ts';
import { oversizeReason } from '#domain/atom/split/oversize-reason.ts';
import { moduleRegion, type Item, type Region } from '#domain/atom/split/region.ts';
import { holdsSymbols, type SplitContext } from '#domain/atom/split/split-context.ts';

interface Place {
  readonly parent: number;
  readonly symbol: number;
}

/** Splits a whole file; the drafts are in the order of a preorder walk, the module first. */
export function splitFile(context: SplitContext): readonly AtomDraft[] {
  const { tree } = context;
  const whole: Item = { node: 0, span: [0, tree.text.length] };
  const region = moduleRegion(tree, context.lines);
  const isLeaf = region.items.length === 0 || (fits(context, [whole]) && !hasOwnSymbols(context, region));
  const carving = measure(context, whole, isLeaf ? [] : [region]);
  addDraft(context, whole, { parent: -1, symbol: 0 }, 'module', carving);
  const waiting = isLeaf ? [] : jobsOf(context, region, { parent: 0, symbol: 0 });
  const keep = createDraftKeeper(context);
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    if (job.place.parent === 0 && keep(job.group)) continue;
    for (const inner of splitGroup(context, job)) waiting.push(inner);
  }
  return context.drafts;
}

/** A group of neighbours to make an atom of. Groups wait on a stack, for constructs may be nested deeper than calls can. */
interface Job {
  readonly group: readonly Item[];
  readonly place: Place;
}

function hasOwnSymbols(context: SplitContext, region: Region): boolean {
  return region.items.some(({ node }) => symbolOf(context, node) !== null || holdsSymbols(context, node));
}

/** Items with symbols of their own stand alone; runs of the others are grouped. The last group comes first. */
function jobsOf(context: SplitContext, region: Region, place: Place): Job[] {
  const jobs: Job[] = [];
  let run: Item[] = [];
  let runKind = '';
  const flush = (): void => {
    for (const group of groupItems(context, run)) jobs.push({ group, place });
    run = [];
  };
  for (const item of region.items) {
    const kind = runKindOf(context, item, place);
    if (kind === 'alone' || kind !== runKind) flush();
    runKind = kind;
    run.push(item);
  }
  flush();
  return jobs.reverse();
}

function runKindOf(context: SplitContext, { node }: Item, place: Place): 'alone' | 'imports' | 'others' {
  const { tree } = context;
  const symbol = symbolOf(context, node);
  if ((symbol !== null && symbol !== place.symbol) || holdsSymbols(context, node)) return 'alone';
  if (hasFlag(tree, node, kindFlags.error)) return 'alone';
  return hasFlag(tree, node, kindFlags.import) ? 'imports' : 'others';
}

/** A group that fits is a leaf; a single item that does not is taken apart: the groups inside of it. */
function splitGroup(context: SplitContext, { group, place }: Job): Job[] {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  if (group.length === 1) return splitItem(context, first, place);
  const span: Item['span'] = [first.span[0], last.span[1]];
  const kind = hasFlag(context.tree, first.node, kindFlags.import) ? 'imports' : 'statements';
  const complexity = 1 + context.decisions(first.node, afterOf(context.tree, last.node));
  const loc = context.lines.codeLines([span]);
  addDraft(context, { node: first.node, span }, place, kind, { holes: [], ranges: [span], loc, complexity });
  return [];
}

function splitItem(context: SplitContext, item: Item, place: Place): Job[] {
  const symbol = symbolOf(context, item.node) ?? place.symbol;
  const unsplit = measure(context, item, []);
  const isError = hasFlag(context.tree, item.node, kindFlags.error);
  const symbolHoles = holdsSymbols(context, item.node) ? findSymbolHoles(context, item) : [];
  const isLeaf = isError || (symbolHoles.length === 0 && isWithin(context, unsplit));
  const carving = isLeaf ? unsplit : carve(context, item, symbolHoles);
  const kind = atomKindOf(context, item, symbolOf(context, item.node), carving);
  const index = addDraft(context, item, { parent: place.parent, symbol }, kind, carving);
  return carving.holes.toReversed().flatMap((hole) => jobsOf(context, hole, { parent: index, symbol }));
}

function symbolOf({ symbols }: SplitContext, node: number): number | null {
  return symbols.byNode.get(node) ?? null;
}

function addDraft(context: SplitContext, item: Item, place: Place, kind: AtomKind, carving: Carving): number {
  const { ranges, loc, complexity } = carving;
  const oversize = oversizeReason(context, item, carving);
  const { parent, symbol } = place;
  const { node, span } = item;
  context.drafts.push({ parent, symbol, kind, node, span, ranges, loc, complexity, oversize, same: -1 });
  return context.drafts.length - 1;
}
