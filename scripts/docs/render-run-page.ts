import type { KeptComment, KeptConversation, KeptThread } from '#local/demo/show/keep-conversation.ts';

const SHOWN_THREADS = 3;
const REACTIONS: Readonly<Record<string, string>> = { eyes: '👀', rocket: '🚀', '+1': '👍', confused: '😕' };

/** A whole run as people see it, as Markdown: every comment quoted under its author's name. */
export function renderRunPage(kept: KeptConversation): string {
  const { moments, issue, setup, pull, commits } = kept;
  const asked = moments['answering'] ?? issue;
  const planned = moments['approving'] ?? issue;
  const building = moments['building'] ?? issue;
  return [
    HEAD,
    `## 1. The spec\n\nMaria opens issue #${issue.number}, **${issue.title}**, and labels it \`spec\`.`,
    quote({ author: issue.author, body: issue.body, reactions: [] }),
    '## 2. Questions',
    one(asked.comments, '### Before I plan'),
    'She answers in a comment, and types nothing that she has to look up.',
    answersOf(issue.comments, issue.author),
    'The comment that asked then becomes what was understood:',
    one(issue.comments, '### What I understood'),
    '## 3. The plan',
    one(planned.comments, '### Plan:'),
    'Maria ticks “Approve this plan”.',
    `## 4. Setting up, once a repository\n\nPull request #${setup.number}, **${setup.title}**, brings the workflow. She merges it.`,
    quote(setup),
    '## 5. The build\n\nOne comment says where the run stands; it is edited in place.',
    one(building.comments, '### MGE:'),
    ...reviewPart(pull),
    '## 7. The end\n\nThe status comment, as the demo saw it last (the next edit says “done”, if it does not yet):',
    one(issue.comments, '### MGE:'),
    'The report is a comment on the issue:',
    one(issue.comments, '## Report'),
    `The pull request #${pull.number}, **${pull.title}**, says the same, with what it does and how to review it:`,
    quote({ ...pull, body: pull.body.replace(/\n## Report[\s\S]*?(?=\nCloses #)/u, '\n_… the report, as above …_\n') }),
    '## 8. The history\n\nNewest first:',
    ['```text', ...commits, '```'].join('\n'),
  ].join('\n\n');
}

const HEAD = `# A run as people see it

_Made by \`npm run demo -- --keep\` and \`npx tsx scripts/write-run-page.ts FOLDER\`: don’t edit._

This is one whole run of the demo: what people wrote, and what MGE posted, word for word. **The model’s answers are scripted**, so
the price is what such answers would cost by list price; git, webhooks, sandbox, type checks and tests were real, GitHub was a
local server. \`mge-local[bot]\` is MGE. Hidden markers are left out, and so is what repeats; it says so there.`;

function reviewPart(pull: KeptConversation['pull']): string[] {
  const review = pull.reviews.find((each) => each.threads.length > 0);
  if (review === undefined) return [];
  const shown = chooseThreads(review.threads);
  const left = review.threads.length - shown.length;
  return [
    '## 6. The review',
    quote({ author: review.author, body: review.body, reactions: [] }),
    `Each question is a thread on its lines. Here are ${shown.length} of them; ${left} more look like the last one, and Maria resolved them.`,
    ...shown.map(renderThread),
    'She also asks for one piece to be written anew, in the conversation of the pull request; the answer is the newest commit below:',
    ...pull.comments.slice(0, 2).map(quote),
  ];
}

/** One that failed, one that a person answered, one plain one. */
function chooseThreads(threads: readonly KeptThread[]): KeptThread[] {
  const failed = threads.find(({ comments }) => comments[0]?.body.includes('needs you'));
  const answered = threads.find((thread) => thread !== failed && thread.comments.length > 1);
  const plain = threads.find((thread) => thread !== failed && thread !== answered);
  return [failed, answered, plain].flatMap((each) => each ?? []).slice(0, SHOWN_THREADS);
}

function renderThread({ path, line, originalLine, isResolved, comments }: KeptThread): string {
  const place = `**\`${path}\`**, line ${line ?? originalLine ?? 1}${isResolved ? ' · resolved' : ''}`;
  return [place, ...comments.map(quote)].join('\n\n');
}

function one(comments: readonly KeptComment[], start: string): string {
  const found = comments.find(({ body }) => visible(body).startsWith(start));
  if (found === undefined) throw new Error(`no comment begins with ${start}`);
  return quote(found);
}

function answersOf(comments: readonly KeptComment[], author: string): string {
  const found = comments.find((each) => each.author === author);
  if (found === undefined) throw new Error('nobody answered');
  return quote(found);
}

function quote({
  author,
  body,
  reactions = [],
}: {
  author: string;
  body: string;
  reactions?: KeptComment['reactions'];
}): string {
  const given = [...new Set(reactions.map(({ content }) => REACTIONS[content] ?? content))].join(' ');
  const lines = [`**${author}** ${given}`.trim(), '', ...visible(body).split('\n')];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function visible(body: string): string {
  return body
    .replaceAll(/ ?<!--[\s\S]*?-->/gu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}
