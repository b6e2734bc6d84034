import { describe, expect, it } from 'vitest';
import { Patterns } from '#domain/prompt/pattern.ts';
import { chooseFiles } from '#engine/retrieval/choose-files.ts';
import { createRetrievePatterns } from '#engine/retrieval/create-retrieve-patterns.ts';
import type { Outline } from '#engine/retrieval/split-into-chunks.ts';
import { tokenizeCode } from '#engine/retrieval/tokenize-code.ts';
import type { Learned } from '#ports/pattern-store.ts';
import { createFakeBlobs } from '#test/support/fake-blobs.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';
import { freshRun, requirements } from '#test/support/plan-samples.ts';

/** Functions of a file, found by their keyword: enough for these files. */
const outline: Outline = async ({ text }) =>
  [...text.matchAll(/^(?:export )?function (\w+)[\s\S]*?^\}/gmu)].map((match) => ({
    kind: 'function' as const,
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));

const code = (name: string, body: string, doc = '') => `${doc}export function ${name}() {\n  ${body}\n}\n`;

const files = {
  'src/money/split.ts': `${code('divideEvenly', 'return parts;', '/** Splits an amount into equal shares. */\n')}\n${code('unrelated', 'return 1;')}`,
  'src/mail/send.ts': code('sendMail', 'smtp.deliver(message);'),
  'src/report/table.ts': code('renderTable', 'return rows.join();'),
  'node_modules/x/split.ts': code('splitExpense', 'equal shares'),
  'dist/split.js': code('splitExpense', 'equal shares'),
  'README.md': 'Split an expense equally',
};

async function retrieve(
  branches: Record<string, Record<string, string>>,
  sources: ('repository' | 'runs')[] = ['repository'],
  learned: readonly Learned[] = [],
) {
  const blobs = createFakeBlobs();
  const run = freshRun();
  const perform = createRetrievePatterns({
    sourceTree: createFakeSourceTree(branches),
    blobs,
    outline,
    patterns: {
      remember: async () => undefined,
      of: async (installation) => (installation === run.repository.installationId ? [...learned] : []),
    },
  });
  const hash = await blobs.put(JSON.stringify(requirements));
  const settings = { ...run.settings, retrieval: { sources } };
  const event = await perform(
    { ...run, settings, discovery: { ...run.discovery, requirements: hash } },
    { type: 'retrieve-patterns', key: 'k' },
  );
  return Patterns.parse(JSON.parse(await blobs.get(event.type === 'patterns-retrieved' ? event.patterns : '')));
}

describe('retrieving patterns', () => {
  it('finds the function that does the like, with its comment, and nothing foreign', async () => {
    const patterns = await retrieve({ main: files });
    expect(patterns[0]).toMatchObject({ path: 'src/money/split.ts', name: 'divideEvenly', score: 1 });
    expect(patterns[0]?.text).toMatch(/^\/\*\* Splits an amount/u);
    expect(patterns.map(({ name }) => name)).not.toContain('sendMail');
    expect(patterns.every(({ path }) => path.startsWith('src/'))).toBe(true);
  });

  it('finds nothing in an empty repository, or when it may not look', async () => {
    expect(await retrieve({})).toEqual([]);
    expect(await retrieve({ main: { 'README.md': 'x' } })).toEqual([]);
    expect(await retrieve({ main: files }, ['runs'])).toEqual([]);
  });

  it('takes few pieces, short ones, from several files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, file) => [
        `src/expense/f${file}.ts`,
        Array.from({ length: 5 }, (_, at) =>
          code(`splitExpense${file}x${at}`, `share(${'expense + '.repeat(400)});`),
        ).join('\n'),
      ]),
    );
    const patterns = await retrieve({ main: many });
    expect(patterns.length).toBeGreaterThan(3);
    expect(patterns.length).toBeLessThanOrEqual(12);
    expect(patterns.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(20_000);
    const perFile = patterns.map(({ path }) => patterns.filter((each) => each.path === path).length);
    expect(Math.max(...perFile)).toBeLessThanOrEqual(3);
    expect(patterns.every(({ text }) => text.length <= 2500)).toBe(true);
  });

  it('reads the files first whose paths are about the spec', () => {
    const entries = ['src/deep/er/expense-split.ts', 'a.ts', 'b.ts', 'c.py'].map((path) => ({ path, size: 10 }));
    expect(chooseFiles(entries, 'split expenses', ['typescript'], 2)).toEqual(['src/deep/er/expense-split.ts', 'a.ts']);
  });
});

describe('the words of code', () => {
  it('are split at case, underscores and digits, and stemmed', () => {
    expect(tokenizeCode('splitEqually split_by_shares parseCSVFile HTTPServer2')).toEqual([
      'split',
      'equal',
      'split',
      'shar',
      'pars',
      'csv',
      'fil',
      'http',
      'serv',
    ]);
  });

  it('are equal for the forms of one word', () => {
    for (const forms of [
      'splits splitting split',
      'balance balances',
      'normalize normalizes normalization normalizer',
      'settle settled settling settlement',
      'category categories',
      'create creates created creating creator',
      'expense expenses',
      'box boxes',
      'process processes',
    ]) {
      expect([forms, [...new Set(tokenizeCode(forms))]]).toEqual([forms, [expect.any(String)]]);
    }
  });

  it('leave out what every file says', () => {
    expect(tokenizeCode('export async function const return the of if self')).toEqual([]);
  });
});

describe('what reviews of earlier runs taught', () => {
  const lesson = {
    repository: 'acme/other',
    path: 'src/share.ts',
    name: 'splitExpense',
    text: code('splitExpense', 'equal shares of an expense'),
    outcome: 'approved',
    feedback: '',
  } as const;

  it('is found like code of the repository; what was sent back comes with the reason', async () => {
    const sentBack = { ...lesson, name: 'splitBadly', outcome: 'regenerated', feedback: 'Loses a cent.' } as const;
    const found = await retrieve({ main: {} }, ['runs'], [lesson, { ...sentBack, text: `${lesson.text}// bad` }]);
    expect(found.map(({ path, name, sentBack: why }) => [path, name, why])).toEqual(
      expect.arrayContaining([
        ['acme/other/src/share.ts', 'splitExpense', undefined],
        ['acme/other/src/share.ts', 'splitBadly', 'Loses a cent.'],
      ]),
    );
  });

  it('is left out when the settings switch it off', async () => {
    expect(await retrieve({ main: {} }, ['repository'], [lesson])).toEqual([]);
  });
});
