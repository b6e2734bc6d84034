import type { CommandPermission } from '#domain/command/command-row.ts';
import { commandTable } from '#domain/command/command-table.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { react, refuse } from '#domain/run/transition/acknowledge.ts';
import { undoBoxes } from '#domain/run/transition/choosing-tasks.ts';
import { change, unchanged, type Change, type Handler, type Occasion } from '#domain/run/transition/change.ts';

/** More open asks than this are dropped: a flood of strangers' comments must not grow the run. */
const MOST_ASKS = 50;

/** Who must have sent an event for it to have an effect. */
export function permissionFor(event: RunEvent): CommandPermission {
  switch (event.type) {
    case 'command-given':
      return commandTable[event.command.name].permission;
    case 'replied':
      return 'author';
    case 'spec-labelled':
    case 'plan-edited':
    case 'thread-resolved':
    case 'review-submitted':
      return 'write';
    default:
      return 'anyone';
  }
}

/** Keeps the event until its sender's permission was looked up live. */
export function ask(run: Run, event: Extract<RunEvent, { sender: string }>, occasion: Occasion): Change {
  if (run.asks.length >= MOST_ASKS) return unchanged(run);
  const asks = [...run.asks, { key: occasion.key, event }];
  const authorize = {
    type: 'authorize-sender' as const,
    key: `authorize/${occasion.key}`,
    sender: event.sender,
    subject: occasion.key,
  };
  const seen = event.type === 'command-given' ? [react(occasion, event.place, 'eyes')] : [];
  return change(run, { asks }, ...seen, authorize);
}

/** A refused person is told what is missing, on a command; anything else of a stranger is passed over in silence. */
export function turnAway(run: Run, event: RunEvent, occasion: Occasion): Change {
  if (event.type === 'plan-edited') return undoBoxes(run, event, occasion);
  if (event.type !== 'command-given') return unchanged(run);
  const row = commandTable[event.command.name];
  const needed =
    row.permission === 'author'
      ? 'write access to this repository, or being the author of the spec'
      : 'write access to this repository';
  return change(
    run,
    {},
    ...refuse(occasion, event.place, `\`/mge ${event.command.name}\` needs ${needed}; ask a maintainer to say it.`),
  );
}

export const onSenderAuthorized: Handler<'sender-authorized'> = (run) => unchanged(run);
