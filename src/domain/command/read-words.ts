import type { Command } from '#domain/command/command.ts';
import { refusal, success, type Result } from '#domain/failure/result.ts';

/** Reads the words behind a command's name: the command, or what is wrong with them. */
export type ReadWords = (rest: string) => Result<Command, string>;

/** A command that takes no words; whatever stands behind it is talk. */
export function bare(command: Command): ReadWords {
  return () => success(command);
}

export const readBudget: ReadWords = (rest) => {
  const usd = Number(/^\$?(\d{1,7}(?:\.\d{1,2})?)$/.exec(rest.trim())?.[1]);
  return usd > 0
    ? success({ name: 'budget', usd })
    : refusal('say the new cap in US dollars, such as `/mge budget 40`');
};

export const readRevise: ReadWords = (rest) =>
  rest.trim() === ''
    ? refusal('say what should change, such as `/mge revise use PostgreSQL instead of files`')
    : success({ name: 'revise', feedback: rest.trim() });

export const readAnswer: ReadWords = (rest) =>
  rest.trim() === ''
    ? refusal('write the answers behind it, such as `/mge answer 1A, 2B`')
    : success({ name: 'answer', text: rest.trim() });
