import type { Screen } from '#local/demo/show/screen.ts';
import type { IssueThread, PullRequestThread, SeenComment, SeenLineThread } from '#local/github/human/seen.ts';

const WIDTH = 100;

/** An issue or pull request as a person reads it: hidden marks left out, folded parts folded. */
export function showIssue(screen: Screen, thread: IssueThread): void {
  heading(screen, `Issue #${thread.number} · ${thread.title}`, thread.state);
  comment(screen, { author: thread.author, body: firstLines(thread.body, 6), reactions: thread.reactions });
  for (const each of thread.comments) comment(screen, each);
}

export function showPullRequest(screen: Screen, thread: PullRequestThread): void {
  const state = thread.merged ? 'merged' : thread.draft ? 'draft' : thread.state;
  heading(
    screen,
    `Pull request #${thread.number} · ${thread.title}`,
    `${state}, +${thread.additions} −${thread.deletions} in ${thread.changedFiles} files`,
  );
  comment(screen, { author: thread.author, body: thread.body, reactions: thread.reactions });
  for (const each of thread.comments) comment(screen, each);
  for (const review of thread.reviews) {
    comment(screen, {
      author: review.author,
      body: `reviewed (${review.state.toLowerCase()})\n\n${review.body}`,
      reactions: [],
    });
    for (const line of review.threads) lineThread(screen, line);
  }
}

function heading(screen: Screen, text: string, state: string): void {
  screen.line();
  screen.line(screen.style('bold', '━'.repeat(WIDTH)));
  screen.line(`${screen.style('bold', text)}  ${screen.style('gray', `(${state})`)}`);
  screen.line(screen.style('bold', '━'.repeat(WIDTH)));
}

const emoji: Readonly<Record<string, string>> = {
  eyes: '👀',
  rocket: '🚀',
  '+1': '👍',
  confused: '😕',
  '-1': '👎',
  laugh: '😄',
  heart: '❤️',
  hooray: '🎉',
};

function comment(
  screen: Screen,
  { author, body, reactions }: Pick<SeenComment, 'author' | 'body' | 'reactions'>,
  indent = '',
): void {
  const given = reactions.map((reaction) => emoji[reaction.content] ?? reaction.content).join(' ');
  screen.line();
  screen.line(`${indent}${screen.style('cyan', author)} ${given}`);
  for (const line of readable(body).split('\n')) screen.line(`${indent}│ ${line}`);
}

function lineThread(screen: Screen, thread: SeenLineThread): void {
  const mark = thread.isResolved ? screen.style('green', 'resolved') : screen.style('yellow', 'open');
  screen.line();
  screen.line(`    ${screen.style('bold', `${thread.path}:${thread.line ?? thread.originalLine ?? 'file'}`)} ${mark}`);
  for (const each of thread.comments) comment(screen, each, '    ');
}

function readable(body: string): string {
  return body
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<details>\s*<summary>([\s\S]*?)<\/summary>[\s\S]*?<\/details>/g, '▸ $1')
    .replace(/<\/?(?:details|summary|sub|b|i)>/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function firstLines(text: string, count: number): string {
  const lines = text.split('\n');
  return lines.length <= count ? text : `${lines.slice(0, count).join('\n')}\n… (${lines.length - count} more lines)`;
}
