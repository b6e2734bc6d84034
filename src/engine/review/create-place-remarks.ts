import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { Build } from '#domain/build/build.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import { parseCommands } from '#domain/command/parse-commands.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import type { EventOf } from '#domain/run/event.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { BranchPlace } from '#domain/review/branch-place.ts';
import { findPlaces } from '#engine/review/find-places.ts';
import type { PullRequests, Remark } from '#ports/github/pull-requests.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface PlaceRemarksDependencies {
  readonly sourceTree: SourceTree;
  readonly pullRequests: PullRequests;
  readonly analyse: AnalyseSources;
}

type Placed = EventOf<'remarks-placed'>;

/**
 * Finds the pieces of code that a reviewer's line comments are about: those of one review, or a single comment. Only what
 * that reviewer wrote counts, and commands are left to the parser. Comments in threads of MGE are about the thread's piece.
 */
export function createPlaceRemarks(deps: PlaceRemarksDependencies): Perform<'place-remarks'> {
  return async (run, effect) => {
    const build = requireBuild(run);
    const all = run.pullRequest === null ? [] : await deps.pullRequests.remarks(run.repository, run.pullRequest);
    const wanted = all.filter((remark) => isWanted(remark, effect));
    const paths = [...new Set(wanted.map(({ path }) => path))].filter((path) => path in build.files);
    const texts = paths.length === 0 ? [] : await deps.sourceTree.read(run.repository, build.head, paths);
    const files = [...texts].map(([path, text]) => ({ path, text }));
    const places = await findPlaces(deps.analyse, files);
    const threads = new Map(Object.values(run.review?.threads ?? {}).map((each) => [each.commentId, each.symbol]));
    const remarks: Placed['remarks'] = [];
    const lost: Placed['lost'] = [];
    for (const remark of wanted) {
      const { id: commentId, rootId } = remark;
      const symbol = threads.get(rootId) ?? symbolAt(remark, build, places);
      if (symbol === null) lost.push({ commentId, rootId });
      else remarks.push({ symbol, commentId, rootId, text: textOf(remark, effect) });
    }
    return { type: 'remarks-placed', by: effect.by, remarks, lost };
  };
}

function isWanted(remark: Remark, effect: EffectOf<'place-remarks'>): boolean {
  if (effect.commentId !== null) return remark.id === effect.commentId;
  return remark.reviewId === effect.reviewId && remark.author === effect.by && parseCommands(remark.text).length === 0;
}

/** What the reviewer wants: their comment, and what they said with the command. */
function textOf({ text, author }: Remark, { by, feedback }: EffectOf<'place-remarks'>): string {
  const own = author === by && parseCommands(text).length === 0 ? text.trim() : '';
  return [own, feedback.trim()].filter((part) => part !== '').join('\n\n');
}

/** The smallest piece of the run that a comment's last line stands in. */
function symbolAt(remark: Remark, build: Build, places: ReadonlyMap<string, BranchPlace>): string | null {
  const { line, path } = remark;
  if (line === null) return null;
  const around = [...places].filter(([id, place]) => {
    const symbol = build.symbols[id];
    const own = symbol !== undefined && symbol.file === path && symbol.progress !== 'existing';
    return own && place.startLine <= line && line <= place.endLine;
  });
  const sorted = around.toSorted(([, one], [, other]) => span(one) - span(other));
  return sorted[0]?.[0] ?? null;
}

function span({ startLine, endLine }: BranchPlace): number {
  return endLine - startLine;
}
