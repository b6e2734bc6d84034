import type { CommandPermission } from '#domain/command/command-row.ts';
import { commandTable } from '#domain/command/command-table.ts';

/** Who may give a command, in words. */
export const whoMay: Record<CommandPermission, string> = {
  anyone: 'anyone',
  author: 'write access, or the spec’s author',
  write: 'write access',
};

/** `/mge help` as Markdown: made from the command table, so that no command is without help. */
export function renderHelp(): string {
  const rows = Object.values(commandTable).map(
    (row) => `| \`/mge ${row.usage}\` | ${row.does} | ${whoMay[row.permission]} |`,
  );
  return [
    'Type a command as the first words of a new comment on the spec issue, the pull request or a review thread. Several commands may follow each other, one a line.',
    '',
    '| command | what it does | who |',
    '|---|---|---|',
    ...rows,
    '',
    'I react with 👀 when I have seen it, 🚀 when it started something, 👍 when it is done and 😕 when I could not do it (and say why).',
  ].join('\n');
}
