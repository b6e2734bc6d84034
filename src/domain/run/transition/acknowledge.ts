import type { Place } from '#domain/command/command.ts';
import type { Effect, Reaction } from '#domain/run/effect.ts';
import type { Change, Occasion } from '#domain/run/transition/change.ts';

export function react(occasion: Occasion, place: Place, reaction: Reaction): Effect {
  return { type: 'react', key: `react/${occasion.key}/${reaction}`, place, reaction };
}

export function reply(occasion: Occasion, place: Place, text: string): Effect {
  return { type: 'reply', key: `reply/${occasion.key}`, place, text };
}

/** 😕 and one line that says why, and what to type instead. */
export function refuse(occasion: Occasion, place: Place, why: string): Effect[] {
  return [react(occasion, place, 'confused'), reply(occasion, place, why)];
}

/** 👍 and what a command did. */
export function done(next: Change, given: { readonly place: Place }, occasion: Occasion): Change {
  return { run: next.run, effects: [react(occasion, given.place, '+1'), ...next.effects] };
}

/** 🚀 and what a command began. */
export function started(next: Change, given: { readonly place: Place }, occasion: Occasion): Change {
  return { run: next.run, effects: [react(occasion, given.place, 'rocket'), ...next.effects] };
}
