import { commandTable } from '#domain/command/command-table.ts';
import { commandNames } from '#domain/command/command.ts';
import { whoMay } from '#domain/command/render-help.ts';

/** docs/commands.md, made from the command table. */
export function renderCommandsPage(): string {
  const rows = commandNames.map((name) => {
    const { usage, does, permission, legal } = commandTable[name];
    return `| \`/mge ${usage}\` | ${does} | ${whoMay[permission]} | ${legal.when} |`;
  });
  return `<!-- Made by \`npx tsx scripts/write-docs.ts\` from src/domain/command/command-table.ts. Do not edit. -->

# Commands

| command | what it does | who | when |
| ------- | ------------ | --- | ---- |
${rows.join('\n')}

- **Where**: a new comment on the spec issue, on the pull request, in a review thread, or in the text of a review.
- **How**: the command is the first thing in the comment. Several may follow each other, one a line; they run in order. What
  stands in quotes, in code or in hidden HTML is never a command. Editing or deleting a comment runs nothing.
- **Who**: looked up at GitHub at that moment, for the account that sent it. Accounts of apps are never heard.
- **The answer**: 👀 seen, 🚀 started, 👍 done, 😕 not done, with a line that says why and what is possible instead. A misspelt
  command gets the nearest one.
- **Without commands**: tick a box of the plan; resolve a review thread (that piece is fine); comment on lines and submit the
  review as _Request changes_ (those pieces are written anew); edit the branch; approve the pull request (the review is over).
`;
}
