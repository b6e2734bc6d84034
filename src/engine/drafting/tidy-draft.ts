import type { Draft } from '#domain/draft/draft.ts';

/** A draft whose files end with a line end and keep the line ends that they had in the repository. */
export function tidyDraft(draft: Draft, current: ReadonlyMap<string, string>): Draft {
  const tidy = <T extends { path: string; content: string }>(file: T): T => ({
    ...file,
    content: tidyText(file.content, current.get(file.path) ?? ''),
  });
  return { ...draft, files: draft.files.map(tidy), tests: draft.tests.map(tidy) };
}

function tidyText(text: string, before: string): string {
  const lines = text.replace(/\r\n?/gu, '\n');
  const ended = lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
  return /\r\n/u.test(before) ? ended.replace(/\n/gu, '\r\n') : ended;
}
