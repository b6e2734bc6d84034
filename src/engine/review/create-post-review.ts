import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { findPlaces } from '#engine/review/find-places.ts';
import { renderReviewComment } from '#wording/review/render-review-comment.ts';
import { renderReviewSummary } from '#wording/review/render-review-summary.ts';
import { readDrafts, reviewFacts } from '#engine/review/review-facts.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { LineComment, PullRequests } from '#ports/github/pull-requests.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface PostReviewDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly pullRequests: PullRequests;
  readonly analyse: AnalyseSources;
}

/** A review is one request, whatever it holds; GitHub takes long ones badly. */
const COMMENTS_A_REVIEW = 50;

/** Asks people about the selected symbols: a line comment each, batched in reviews of the branch's head. */
export function createPostReview(dependencies: PostReviewDependencies): Perform<'post-review'> {
  return async (run, effect) => {
    const number = pullRequestOf(run);
    const { head } = requireBuild(run);
    const facts = await gather(run, dependencies);
    const ids = new Map<string, number>();
    for (let from = 0; from < facts.length; from += COMMENTS_A_REVIEW) {
      const part = facts.slice(from, from + COMMENTS_A_REVIEW);
      const marker = `${effect.key}/${from / COMMENTS_A_REVIEW + 1}`;
      const body = renderReviewSummary(run, facts, { from, count: part.length });
      const request = { marker, commit: head, body, comments: part.map(toLineComment) };
      const posted = await dependencies.pullRequests.review(run.repository, number, request);
      for (const [comment, id] of posted) ids.set(comment, id);
    }
    const threads = facts.flatMap(({ symbol, atom }) => {
      const commentId = ids.get(markerOf(symbol.id));
      return commentId === undefined ? [] : [{ symbol: symbol.id, atom: atom.id, commentId }];
    });
    return { type: 'review-posted', threads };
  };
}

async function gather(run: Run, { blobs, sourceTree, analyse }: PostReviewDependencies): Promise<ReviewFacts[]> {
  const build = requireBuild(run);
  const project = readProject(await blobs.get(build.analysis));
  const selected = run.review?.selected ?? [];
  const files = [...new Set(selected.flatMap((id) => build.symbols[id]?.file ?? []))];
  const branch = await sourceTree.read(run.repository, build.head, files);
  const texts = await Promise.all(
    files.map(async (path) => ({ path, text: await blobs.get(build.files[path] ?? '') })),
  );
  const onBranch = await findPlaces(
    analyse,
    [...branch].map(([path, text]) => ({ path, text })),
  );
  const newest = await findPlaces(analyse, texts);
  const drafts = await readDrafts(run, blobs);
  return selected.flatMap((id) => reviewFacts({ run, build, project, drafts, onBranch, newest }, id) ?? []);
}

function toLineComment(facts: ReviewFacts): LineComment {
  const { startLine, endLine } = facts.branch;
  const { file, id } = facts.symbol;
  return { path: file, startLine, endLine, body: renderReviewComment(facts), marker: markerOf(id) };
}

function markerOf(symbol: string): string {
  return `atom:${symbol}`;
}

function pullRequestOf(run: Run): number {
  if (run.pullRequest !== null) return run.pullRequest;
  throw new MgeError('the run has no pull request', {
    code: 'internal',
    retry: 'retry',
    nextStep: 'Type `/mge retry`.',
  });
}
