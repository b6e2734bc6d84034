import type { CommandRow } from '#domain/command/command-row.ts';
import type { CommandName } from '#domain/command/command.ts';
import * as legality from '#domain/command/legality.ts';
import { bare, readBudget } from '#domain/command/read-words.ts';

/** The rows of the commands that steer a run as a whole. */
export const steeringCommands = {
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
} satisfies { readonly [N in CommandName]?: CommandRow };
