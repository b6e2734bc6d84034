import { nearestName } from '#domain/command/nearest-name.ts';
import { commandTable } from '#domain/command/command-table.ts';
import type { Command, CommandName } from '#domain/command/command.ts';

export type ParsedCommand =
  { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly problem: string };

/** A comment may carry this many commands; more are a mistake or an attack. */
const MOST_COMMANDS = 10;

/** The commands of a comment, in order. Quoted lines, code (fenced, indented, inline) and hidden HTML never count. */
export function parseCommands(body: string): ParsedCommand[] {
  const lines = visibleLines(body);
  const parsed: ParsedCommand[] = [];
  for (let index = 0; index < lines.length && parsed.length < MOST_COMMANDS; index++) {
    const start = /^\/mge(?:\s+(.*))?$/i.exec(lines[index] ?? '');
    if (start === null) {
      if (parsed.length === 0 && (lines[index] ?? '').trim() !== '') return [];
      continue;
    }
    const more = [];
    while (index + 1 < lines.length && !/^\/mge(\s|$)/i.test(lines[index + 1] ?? '')) more.push(lines[++index] ?? '');
    parsed.push(readCommand((start[1] ?? '').trim(), more.join('\n').trim()));
  }
  return parsed;
}

function readCommand(firstLine: string, following: string): ParsedCommand {
  const [word = '', ...words] = firstLine.split(/\s+/);
  const name = word.toLowerCase();
  if (name === '') return { ok: false, problem: 'name a command, such as `/mge help`' };
  if (!isCommandName(name)) return { ok: false, problem: unknownCommand(name) };
  const rest = firstLine.slice(firstLine.indexOf(word) + word.length).trim();
  const read = commandTable[name].read(words.length === 0 ? following : [rest, following].filter(Boolean).join('\n'));
  return read.ok ? { ok: true, command: read.value } : { ok: false, problem: read.error };
}

export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(commandTable, word);
}

function unknownCommand(word: string): string {
  const nearest = nearestName(word, Object.keys(commandTable));
  const shown = word.replace(/[^\w-]/g, '').slice(0, 30);
  return nearest === null
    ? `there is no command \`${shown}\`; \`/mge help\` lists them`
    : `there is no command \`${shown}\`; did you mean \`/mge ${nearest}\`?`;
}

function visibleLines(body: string): string[] {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of body.replace(/<!--[\s\S]*?(?:-->|$)/g, '').split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
    } else if (mark !== undefined) fence = mark;
    else if (!/^ {0,3}>/.test(line) && !/^(?: {4}|\t)/.test(line)) lines.push(line.trim());
  }
  return lines;
}
