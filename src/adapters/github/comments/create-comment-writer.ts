import type { Repository } from '#domain/run/repository.ts';
import type { EditPace, PostedComment } from '#ports/github/conversation.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { createEditPacer } from '#adapters/github/comments/create-edit-pacer.ts';
import { findOwnComment } from '#adapters/github/comments/find-own-comment.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { markedBody } from '#adapters/github/comments/marked-body.ts';
import { createOnceAtATime } from '#adapters/github/client/once-at-a-time.ts';

export interface CommentWriter {
  /** Creates the comment with this marker, or edits it in place. */
  upsert(repository: Repository, number: number, marker: string, text: string, pace?: EditPace): Promise<PostedComment>;
  /** Creates the comment with this marker; one that is there stays as it is. */
  createOnce(repository: Repository, number: number, marker: string, text: string): Promise<PostedComment>;
}

/** Writes marked comments on issues and pull requests; one marker on one issue at a time, so that none is doubled. */
export function createCommentWriter(context: GitHubContext): CommentWriter {
  const onceAtATime = createOnceAtATime();
  /** Spares the search for comments that this process has found before; only a hint. */
  const known = new Map<string, number>();
  const edits = createEditPacer(context);

  async function editOrCreate(
    repository: Repository,
    number: number,
    marker: string,
    body: string,
  ): Promise<PostedComment> {
    const found = await findOwnComment(context, repository, number, marker);
    const edited = found === null ? null : await edit(context, repository, found, body);
    return edited ?? create(context, repository, number, body);
  }

  return {
    upsert(repository, number, marker, text, pace) {
      const name = nameOf(repository, number, marker);
      return onceAtATime(name, async () => {
        const body = markedBody(marker, text);
        const hint = known.get(name);
        if (pace !== undefined && hint !== undefined && edits.stands(name, body, pace)) return { id: hint, body };
        const hinted = hint === undefined ? null : await edit(context, repository, hint, body);
        const posted = hinted ?? (await editOrCreate(repository, number, marker, body));
        known.set(name, posted.id);
        edits.made(name, body, pace);
        return posted;
      });
    },
    createOnce(repository, number, marker, text) {
      return onceAtATime(nameOf(repository, number, marker), async () => {
        const body = markedBody(marker, text);
        const found = await findOwnComment(context, repository, number, marker);
        return found === null ? create(context, repository, number, body) : { id: found, body };
      });
    },
  };
}

function nameOf(repository: Repository, number: number, marker: string): string {
  return `${repository.owner}/${repository.name}#${number} ${marker}`;
}

async function edit(
  context: GitHubContext,
  repository: Repository,
  id: number,
  body: string,
): Promise<PostedComment | null> {
  const { rest } = clientFor(context, repository);
  const answer = await absentAsNull(rest.issues.updateComment({ ...locate(repository), comment_id: id, body }));
  return answer === null ? null : { id, body };
}

async function create(
  context: GitHubContext,
  repository: Repository,
  number: number,
  body: string,
): Promise<PostedComment> {
  const { rest } = clientFor(context, repository);
  const { data } = await rest.issues.createComment({ ...locate(repository), issue_number: number, body });
  return { id: data.id, body };
}
