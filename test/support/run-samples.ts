import type { AtomState, SymbolState } from '#domain/build/symbol-state.ts';
import type { Place } from '#domain/command/command.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Repository, SpecIssue } from '#domain/run/repository.ts';
import { parseCommands } from '#domain/command/parse-commands.ts';

export const repository: Repository = { owner: 'acme', name: 'ledger', installationId: 5, defaultBranch: 'main' };
export const spec: SpecIssue = {
  number: 1,
  title: 'An expense-sharing ledger',
  body: 'We split bills.',
  author: 'ada',
};
export const onIssue: Place = { kind: 'issue', number: 1, commentId: 11 };

export function inThread(rootId: number): Place {
  return { kind: 'thread', number: 2, commentId: rootId + 1000, rootId };
}

/** The event of a comment, as the handlers make it. */
export function says(sender: string, text: string, place: Place = onIssue): RunEvent {
  const [parsed] = parseCommands(text);
  if (parsed === undefined) return { type: 'replied', repository, sender, text, place };
  if (!parsed.ok) return { type: 'command-misspelt', repository, sender, issue: spec, place, problem: parsed.problem };
  return { type: 'command-given', repository, sender, issue: spec, command: parsed.command, place, planHash: null };
}

export function symbolState(id: string, level: number): SymbolState {
  return {
    id,
    file: 'a.ts',
    task: 'T1',
    level,
    progress: 'candidate',
    attempts: 1,
    checks: { passed: 0, failed: 0, notExecuted: 0 },
    failure: null,
    decision: null,
    uncommitted: true,
    dependents: 0,
  };
}

export function atomState(symbol: string): AtomState {
  return {
    id: `${symbol}#0`,
    symbol,
    file: 'a.ts',
    kind: 'function',
    name: symbol,
    loc: 5,
    complexity: 1,
    oversize: null,
    root: true,
  };
}
