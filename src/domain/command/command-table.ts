import type { CommandRow } from '#domain/command/command-row.ts';
import type { CommandName } from '#domain/command/command.ts';
import * as legality from '#domain/command/legality.ts';
import { readAtomNames } from '#domain/command/read-atom-names.ts';
import { bare, readAnswer, readBudget, readRevise } from '#domain/command/read-words.ts';
import { success } from '#domain/failure/result.ts';

/** The one table that drives the parser, `/mge help`, permissions, what is legal now, and docs/commands.md. */
export const commandTable: { readonly [N in CommandName]: CommandRow } = {
  help: {
    usage: 'help',
    does: 'shows this list',
    permission: 'anyone',
    legal: legality.always,
    read: bare({ name: 'help' }),
  },
  status: {
    usage: 'status',
    does: 'says where the run stands',
    permission: 'anyone',
    legal: legality.always,
    read: bare({ name: 'status' }),
  },
  answer: {
    usage: 'answer 1A, 2B, 3: your words',
    does: 'answers the open questions (a plain reply that names them does too)',
    permission: 'author',
    legal: legality.whileAnswering,
    read: readAnswer,
  },
  defaults: {
    usage: 'defaults',
    does: 'takes every recommended answer',
    permission: 'author',
    legal: legality.whileAnswering,
    read: bare({ name: 'defaults' }),
  },
  approve: {
    usage: 'approve',
    does: 'approves the plan as shown; in a review thread, accepts that piece as it is',
    permission: 'write',
    legal: legality.whileApprovable,
    read: bare({ name: 'approve' }),
  },
  revise: {
    usage: 'revise <what should change>',
    does: 'asks for a new plan; kept tasks keep their ids and what was built of them, unticked ones are left out',
    permission: 'write',
    legal: legality.whileRevisable,
    read: readRevise,
  },
  regenerate: {
    usage: 'regenerate [names] [what should change]',
    does: 'writes pieces of the code anew; in a review thread, the piece of that thread',
    permission: 'write',
    legal: legality.whileRegenerable,
    read: (rest) => success({ name: 'regenerate', ...readAtomNames(rest) }),
  },
  pause: {
    usage: 'pause',
    does: 'stops after what is under way',
    permission: 'write',
    legal: legality.whileGoing,
    read: bare({ name: 'pause' }),
  },
  resume: {
    usage: 'resume',
    does: 'goes on after a pause',
    permission: 'write',
    legal: legality.whilePaused,
    read: bare({ name: 'resume' }),
  },
  retry: {
    usage: 'retry',
    does: 'tries again what failed',
    permission: 'write',
    legal: legality.whilePaused,
    read: bare({ name: 'retry' }),
  },
  budget: {
    usage: 'budget <usd>',
    does: 'sets the most that the run may spend',
    permission: 'write',
    legal: legality.whileUnderWay,
    read: readBudget,
  },
  report: {
    usage: 'report',
    does: 'posts the report so far',
    permission: 'write',
    legal: legality.onceStarted,
    read: bare({ name: 'report' }),
  },
  cancel: {
    usage: 'cancel',
    does: 'ends the run; branch and pull request stay',
    permission: 'write',
    legal: legality.whileUnderWay,
    read: bare({ name: 'cancel' }),
  },
  setup: {
    usage: 'setup',
    does: 'opens the pull request that adds the validation workflow and the settings, where they are missing',
    permission: 'write',
    legal: legality.always,
    read: bare({ name: 'setup' }),
  },
};
