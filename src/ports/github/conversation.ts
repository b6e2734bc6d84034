import type { Place } from '#domain/command/command.ts';
import type { Reaction } from '#domain/run/effect.ts';
import type { Repository } from '#domain/run/repository.ts';

export interface PostedComment {
  readonly id: number;
  readonly body: string;
}

/** For comments that are kept up to date: details wait until so long after the last edit, a new headline never waits. */
export interface EditPace {
  readonly headline: string;
  readonly secondsApart: number;
}

/** Comments and reactions. Every write is idempotent: a comment carries its marker and is looked up by marker and author app. */
export interface Conversation {
  /**
   * Creates, or edits in place, the comment of MGE with this marker on an issue or pull request. With a pace, a text that
   * stands already costs nothing, and an edit that comes too soon is refused as `github-rate-limited`, with its time.
   */
  upsertComment(
    repository: Repository,
    number: number,
    marker: string,
    body: string,
    pace?: EditPace,
  ): Promise<PostedComment>;
  /** Answers where a person wrote: a comment on the issue or pull request, a reply in a thread. Once per marker. */
  reply(repository: Repository, place: Place, marker: string, body: string): Promise<PostedComment>;
  react(repository: Repository, place: Place, reaction: Reaction): Promise<void>;
  readComment(repository: Repository, commentId: number): Promise<PostedComment | null>;
  /** Comments of people (never of apps) on an issue, oldest first. */
  listHumanComments(repository: Repository, number: number): Promise<{ id: number; author: string; body: string }[]>;
}
