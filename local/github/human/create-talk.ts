import { changeIssueState, editIssue, openIssue, type NewIssue } from '#local/github/actions/change-issue.ts';
import { addComment, deleteComment, editComment } from '#local/github/actions/change-comment.ts';
import { deleteIssue } from '#local/github/actions/delete-issue.ts';
import { addLabels, removeLabels } from '#local/github/actions/label-issue.ts';
import { react } from '#local/github/actions/react.ts';
import { checkWrite } from '#local/github/human/check-write.ts';
import { findComment, findIssue } from '#local/github/state/find-issue.ts';
import type { Comment, Reaction } from '#local/github/state/comment.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** What a person does in the conversation of an issue or a pull request. */
export function createTalk(world: World, repository: Repository, user: User) {
  const author = { user, viaApp: false };
  /** The issue, when this person may change it. */
  const changeable = (number: number): Issue => {
    const issue = findIssue(repository, number);
    checkWrite(repository, user, issue.author.user);
    return issue;
  };
  const changeLabels = (number: number, change: typeof addLabels, name: string): void => {
    checkWrite(repository, user);
    change(world, repository, findIssue(repository, number), { sender: user, names: [name] });
  };
  const changeableComment = (id: number): { issue: Issue; comment: Comment } => {
    const found = findComment(repository, id);
    checkWrite(repository, user, found.comment.author.user);
    return found;
  };
  return {
    /** Gives the issue's number. Labels stand as an issue form would put them, whoever opens it. */
    openIssue: (wanted: NewIssue): number => openIssue(world, repository, author, wanted).number,
    editIssue: (number: number, change: { title?: string; body?: string }): void =>
      editIssue(world, repository, changeable(number), { sender: user, ...change }),
    addLabel: (number: number, name: string): void => changeLabels(number, addLabels, name),
    removeLabel: (number: number, name: string): void => changeLabels(number, removeLabels, name),
    /** Comments on an issue or pull request; gives the comment's id. */
    comment: (number: number, body: string): number =>
      addComment(world, { repository, issue: findIssue(repository, number) }, author, body).id,
    /** Rewrites a comment: ticking a box in it is such an edit. */
    editComment: (id: number, body: string): void =>
      editComment(world, { repository, ...changeableComment(id) }, user, body),
    deleteComment: (id: number): void => deleteComment(world, { repository, ...changeableComment(id) }, user),
    react: (commentId: number, content: Reaction['content']): void =>
      void react(world, findComment(repository, commentId).comment.reactions, user, content),
    closeIssue: (number: number, reason?: 'completed' | 'not_planned'): void =>
      changeIssueState(world, repository, changeable(number), { sender: user, state: 'closed', reason }),
    /** Deletes an issue for good; only admins may. */
    deleteIssue: (number: number): void => deleteIssue(world, repository, findIssue(repository, number), user),
    reopenIssue: (number: number): void =>
      changeIssueState(world, repository, changeable(number), { sender: user, state: 'open' }),
  };
}
