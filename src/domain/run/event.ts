import { z } from 'zod';
import { buildingEvents } from '#domain/run/event/building-events.ts';
import { outsideEvents } from '#domain/run/event/outside-events.ts';
import { planningEvents } from '#domain/run/event/planning-events.ts';

/** Everything that can happen to a run, in the past tense. */
export const RunEvent = z.discriminatedUnion('type', [...outsideEvents, ...planningEvents, ...buildingEvents]);
export type RunEvent = z.infer<typeof RunEvent>;
export type RunEventType = RunEvent['type'];
export type EventOf<T extends RunEventType> = Extract<RunEvent, { type: T }>;
