import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Markdown as GitHub shows it, near enough: CommonMark with GitHub's extensions, HTML let through. */
export function renderedMarkdown(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** The page without what stands in code. */
export function proseOf(page: string): string {
  return page.replaceAll(/<pre>.*?<\/pre>|<code>.*?<\/code>/gsu, '');
}
