import type { CommandRow } from '#domain/command/command-row.ts';
import type { CommandName } from '#domain/command/command.ts';
import * as legality from '#domain/command/legality.ts';
import { readAtomNames } from '#domain/command/read-atom-names.ts';
import { bare, readAnswer, readRevise } from '#domain/command/read-words.ts';
import { steeringCommands } from '#domain/command/steering-commands.ts';
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
  ...steeringCommands,
  setup: {
    usage: 'setup',
    does: 'opens the pull request that adds the validation workflow and the settings, where they are missing',
    permission: 'write',
    legal: legality.always,
    read: bare({ name: 'setup' }),
  },
};
