import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandTable } from '#domain/command/command-table.ts';
import { Command } from '#domain/command/command.ts';
import { parseCommands } from '#domain/command/parse-commands.ts';
import { renderHelp } from '#domain/command/render-help.ts';

const command = (body: string) => parseCommands(body).map((each) => (each.ok ? each.command : each.problem));

describe('a command is the first word of a comment', () => {
  it('is read with its words', () => {
    expect(command('/mge approve')).toEqual([{ name: 'approve' }]);
    expect(command('/mge budget $40.50')).toEqual([{ name: 'budget', usd: 40.5 }]);
    expect(command('/MGE Revise use PostgreSQL\nand drop the CLI')).toEqual([
      { name: 'revise', feedback: 'use PostgreSQL\nand drop the CLI' },
    ]);
    expect(command('/mge answer\n1A\n2: Postgres')).toEqual([{ name: 'answer', text: '1A\n2: Postgres' }]);
  });

  it('takes leading atom names and keeps the rest as feedback', () => {
    expect(command('/mge regenerate src.money.split, `src.cli.main` round half to even')).toEqual([
      { name: 'regenerate', atoms: ['src.money.split', 'src.cli.main'], feedback: 'round half to even' },
    ]);
    expect(command('/mge regenerate use a table')).toEqual([
      { name: 'regenerate', atoms: [], feedback: 'use a table' },
    ]);
  });

  it('may be followed by others, which run in order', () => {
    expect(command('/mge budget 40\n/mge resume')).toEqual([{ name: 'budget', usd: 40 }, { name: 'resume' }]);
  });

  it('does not count behind other words, in quotes, in code or in hidden HTML', () => {
    for (const body of [
      'please /mge approve',
      'I would say\n/mge approve',
      '> /mge approve',
      '```\n/mge approve\n```',
      '    /mge approve',
      '~~~~\n~~~\n/mge approve',
      '<!-- \n/mge approve\n-->',
      '/mgeapprove',
      '`/mge approve`',
    ]) {
      expect(command(body)).toEqual([]);
    }
  });

  it('that is unknown or incomplete gets the nearest name or an example', () => {
    expect(command('/mge aprove')).toEqual(['there is no command `aprove`; did you mean `/mge approve`?']);
    expect(command('/mge frobnicate')).toEqual(['there is no command `frobnicate`; `/mge help` lists them']);
    expect(command('/mge budget all of it')).toEqual([expect.stringContaining('/mge budget 40')]);
    expect(command('/mge constructor')).toEqual([expect.stringContaining('no command')]);
  });
});

describe('the help', () => {
  it('has a row for every command', () => {
    for (const row of Object.values(commandTable)) expect(renderHelp()).toContain(`/mge ${row.usage}`);
    expect(renderHelp()).toMatchSnapshot();
  });
});

describe('whatever people write', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '/mge',
        ' ',
        '\n',
        '```',
        '> ',
        '<!--',
        '-->',
        'approve',
        'budget',
        '-1',
        '1e9',
        '\r\n',
        '\u202e',
        '​',
      ),
      fc.string({ unit: 'binary' }),
    ),
  );
  it('the parser answers with commands of the table or with problems, and never throws', () => {
    fc.assert(
      fc.property(pieces, (words) => {
        for (const each of parseCommands(words.join(''))) {
          expect(each.ok ? Command.safeParse(each.command).success : each.problem.length > 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('runs no command in 5,000 malformed comments: whatever stands before it, on its line or above, takes it back', () => {
    const visible = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => {
      const shown = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
      return shown !== '' && !shown.startsWith('/mge');
    });
    const wraps = fc.constantFrom(
      (text: string) => `> ${text}`,
      (text: string) => `\`\`\`\n${text}\n\`\`\``,
      (text: string) => `    ${text}`,
      (text: string) => `<!-- ${text} -->`,
      (text: string) => `x${text}`,
      (text: string) => `please ${text}`,
      (text: string) => `- ${text}`,
      (text: string) => `\`${text}\``,
    );
    const commands = fc.constantFrom('/mge approve', '/mge cancel', '/mge budget 500', '/mge regenerate x');
    fc.assert(
      fc.property(commands, wraps, visible, fc.boolean(), (command, wrap, text, alone) => {
        const safe = text.replace(/[`~<>]/g, '.');
        expect(parseCommands(alone ? wrap(command) : `${safe}\n${wrap(command)}`)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });
});
