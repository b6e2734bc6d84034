import { commandTable, type CommandPermission } from '#domain/command/command-table.ts';

const who: Record<CommandPermission, string> = {
  anyone: 'anyone',
  author: 'write access, or the spec’s author',
  write: 'write access',
};

/** `/mge help` as Markdown: made from the command table, so that no command is without help. */
export function renderHelp(): string {
  const rows = Object.values(commandTable).map(
    (row) => `| \`/mge ${row.usage}\` | ${row.does} | ${who[row.permission]} |`,
  );
  return [
    'A command is the first word of a comment on the spec issue, the pull request or a review thread.',
    '',
    '| command | what it does | who |',
    '|---|---|---|',
    ...rows,
    '',
    'I react with 👀 when I have seen it, 🚀 when it started something, 👍 when it is done and 😕 when I could not do it (and say why).',
  ].join('\n');
}
