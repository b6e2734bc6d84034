import { expect, it } from 'vitest';
import { renderRunPage } from '#scripts/docs/render-run-page.ts';
import type { KeptComment, KeptConversation } from '#local/demo/show/keep-conversation.ts';

const says = (author: string, body: string): KeptComment => ({ author, body, reactions: [{ content: '+1' }] });
const issue = (...bodies: string[]): KeptConversation['issue'] => ({
  number: 1,
  title: 'A ledger',
  author: 'maria',
  body: 'We split bills.',
  comments: [says('maria', '1A'), ...bodies.map((body) => says('mge[bot]', body))],
});
const thread = (path: string, ...bodies: string[]) => ({
  path,
  line: 3,
  originalLine: 3,
  isResolved: true,
  comments: bodies.map((body) => says('mge[bot]', body)),
});
const pull = {
  ...issue(),
  number: 3,
  body: 'What it does\n\n## Report of the run\n\nlong\n\nCloses #1',
  reviews: [
    {
      author: 'mge[bot]',
      state: 'COMMENTED',
      body: 'I ask you',
      threads: [
        thread('a.ts', 'Please look'),
        thread('b.ts', '`f` needs you'),
        thread('c.ts', 'Please look'),
        thread('d.ts', 'Hm', 'Done'),
      ],
    },
  ],
};

const kept: KeptConversation = {
  moments: {
    answering: issue('<!-- mge:x -->### Before I plan\n\nQ1'),
    approving: issue('### Plan: A ledger'),
    building: issue('### MGE: building'),
  },
  issue: issue('### What I understood', '### MGE: done', '## Report of the run'),
  setup: { ...pull, reviews: [] },
  pull,
  commits: ['abc mge[bot]: feat: level 0'],
};

it('shows a run in the order of time, every comment under its author, hidden markers left out', () => {
  const page = renderRunPage(kept);
  const headings = page.match(/^(?:> )?#{2,3} .*/gmu);
  expect(headings?.map((line) => line.replace(/^> /u, ''))).toEqual(
    expect.arrayContaining(['### Before I plan', '### Plan: A ledger', '### MGE: building', '### MGE: done']),
  );
  expect(page).toContain('> **maria** 👍\n>\n> 1A');
  expect(page).not.toContain('<!--');
  expect(page).toContain('The model’s answers are scripted');
});

it('shortens the review to one thread of each kind, and the report that stands there twice, and says so', () => {
  const page = renderRunPage(kept);
  expect(page.match(/^\*\*`.\.ts`\*\*, line 3/gmu)).toHaveLength(3);
  expect(page).toContain('Here are 3 of them; 1 more');
  expect(page).toContain('_… the report, as above …_');
});

it('fails when a comment that it shows is missing', () => {
  expect(() => renderRunPage({ ...kept, issue: issue() })).toThrow('no comment begins with');
});
