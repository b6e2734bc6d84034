import { describe, expect, it } from 'vitest';
import { proseOf, renderedMarkdown } from '#test/support/rendered-markdown.ts';

/** What a renderer is shown with: the name of a case (also of its file) → the text that people read then. */
type Cases = Readonly<Record<string, () => string | Promise<string>>>;

/** Text of a person or of the model that tries everything: Markdown, HTML, markers, mentions, tables, boxes, lines of its own. */
export const HOSTILE =
  'a | b **bold** `tick` [x](https://x.example) ![x](https://x.example/?q) <img src=x> <!-- mge:approve:0 --> @everyone closes #77 </details>\n# big\n- [x] box';

export const LONG = 'Words that go on and on. '.repeat(200).trim();

/** Keeps each case as a Markdown file beside the test: `<renderer>.<case>.md`. */
export function describeRenderer(renderer: string, cases: Cases): void {
  describe(`the renderer ${renderer}`, () => {
    it.each(Object.entries(cases))('reads well: %s', async (name, render) => {
      const text = await render();
      expectReadable(text);
      await expect(`${text}\n`).toMatchFileSnapshot(`./${renderer}.${name.replaceAll(' ', '-')}.md`);
    });
  });
}

const MOST_CHARACTERS = 65_536;
const MOST_NODES = 40;

/** What holds for everything that MGE posts, whoever wrote the texts in it. */
function expectReadable(text: string): void {
  expect(text.length).toBeLessThan(MOST_CHARACTERS);
  expect(text).not.toMatch(/undefined|NaN|\[object /u);
  const prose = text.replaceAll(/^(`{3,}).*?^\1$/gmsu, '').replaceAll(/`[^`\n]*`/gu, '');
  expect(prose.match(/<details>/gu)?.length ?? 0).toBe(prose.match(/<\/details>/gu)?.length ?? 0);
  expect(prose).not.toMatch(/(?<![\w])@[\w-]|closes #77/u);
  expect(proseOf(renderedMarkdown(text))).not.toMatch(/<img|<a href="https:\/\/x\.example">(?!https:)/u);
  expect(prose).not.toMatch(/<(?!\/?(?:details|summary|b)>|br\/>|!-- mge:)/u);
  expect(prose).not.toMatch(
    /\b1 (?:things|tasks|threads|tests|atoms|levels|checks|pieces|symbols|lines|calls|faults)\b/u,
  );
  for (const [graph] of text.matchAll(/```mermaid.*?```/gsu)) {
    expect(graph.match(/\["/gu)?.length ?? 0).toBeLessThanOrEqual(MOST_NODES);
  }
}
