import type { Command, CommandName } from '#domain/command/command.ts';
import { readAtomNames } from '#domain/command/read-atom-names.ts';
import { refusal, success, type Result } from '#domain/failure/result.ts';

/** Who may give a command: anyone, the spec's author too, or only people with write permission. */
export type CommandPermission = 'anyone' | 'author' | 'write';

export interface CommandRow {
  readonly usage: string;
  readonly does: string;
  readonly permission: CommandPermission;
  /** The words after the command's name, to a command; or what is wrong with them. */
  readonly read: (rest: string) => Result<Command, string>;
}

const bare = (command: Command) => (): Result<Command, string> => success(command);

function readBudget(rest: string): Result<Command, string> {
  const usd = Number(/^\$?(\d+(?:\.\d{1,2})?)$/.exec(rest.trim())?.[1]);
  return usd > 0
    ? success({ name: 'budget', usd })
    : refusal('say the new cap in US dollars, such as `/mge budget 40`');
}

function readRevise(rest: string): Result<Command, string> {
  return rest.trim() === ''
    ? refusal('say what should change, such as `/mge revise use PostgreSQL instead of files`')
    : success({ name: 'revise', feedback: rest.trim() });
}

function readAnswer(rest: string): Result<Command, string> {
  return rest.trim() === ''
    ? refusal('write the answers behind it, such as `/mge answer 1A, 2B`')
    : success({ name: 'answer', text: rest.trim() });
}

/** The one table that drives the parser, `/mge help`, permissions and the documentation. */
export const commandTable: { readonly [N in CommandName]: CommandRow } = {
  help: { usage: 'help', does: 'shows this list', permission: 'anyone', read: bare({ name: 'help' }) },
  status: { usage: 'status', does: 'says where the run stands', permission: 'anyone', read: bare({ name: 'status' }) },
  answer: {
    usage: 'answer 1A, 2B, 3: your words',
    does: 'answers the open questions (a plain reply that names them does too)',
    permission: 'author',
    read: readAnswer,
  },
  defaults: {
    usage: 'defaults',
    does: 'takes every recommended answer',
    permission: 'author',
    read: bare({ name: 'defaults' }),
  },
  approve: {
    usage: 'approve',
    does: 'approves the plan as shown; in a review thread, accepts that atom as it is',
    permission: 'write',
    read: bare({ name: 'approve' }),
  },
  revise: {
    usage: 'revise <feedback>',
    does: 'asks for a new plan; kept tasks keep their ids, unticked ones are left out',
    permission: 'write',
    read: readRevise,
  },
  regenerate: {
    usage: 'regenerate [atom…] [feedback]',
    does: 'writes atoms anew; in a review thread, the atom of that thread',
    permission: 'write',
    read: (rest) => success({ name: 'regenerate', ...readAtomNames(rest) }),
  },
  pause: { usage: 'pause', does: 'stops after what is under way', permission: 'write', read: bare({ name: 'pause' }) },
  resume: { usage: 'resume', does: 'goes on after a pause', permission: 'write', read: bare({ name: 'resume' }) },
  cancel: {
    usage: 'cancel',
    does: 'ends the run; branch and pull request stay',
    permission: 'write',
    read: bare({ name: 'cancel' }),
  },
  retry: {
    usage: 'retry',
    does: 'picks up a failed run where it stopped',
    permission: 'write',
    read: bare({ name: 'retry' }),
  },
  budget: { usage: 'budget <usd>', does: 'sets the cap on spending', permission: 'write', read: readBudget },
  report: { usage: 'report', does: 'posts the report so far', permission: 'write', read: bare({ name: 'report' }) },
};
