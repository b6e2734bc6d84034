import { expect, it } from 'vitest';
import type { Run } from '#domain/run/run.ts';
import { waitingFor } from '#wording/status/waiting-for.ts';
import { discovery, freeAnswer, question } from '#test/support/discovery-samples.ts';
import { decidedRun } from '#test/support/report-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { describeRenderer, HOSTILE } from '#test/support/wording-snapshots.ts';

const waiting = (change: Partial<Run>): string => waitingFor({ ...sampleRun(), ...change }) ?? '';
const [first, second] = [question('Q1'), question('Q2')];

describeRenderer('waiting-for', {
  'one answer': () => waiting({ stage: 'answering', discovery: discovery([first, second], [freeAnswer('Q1')]) }),
  'two answers': () => waiting({ stage: 'answering', discovery: discovery([first, second]) }),
  'answers in general': () => waiting({ stage: 'answering' }),
  approval: () => waiting({ stage: 'approving' }),
  'the setup': () => waiting({ stage: 'onboarding', onboardingPullRequest: 7 }),
  'one review thread': async () => waitingFor({ ...(await decidedRun(['approved'])), stage: 'reviewing' }) ?? '',
  'two review threads': async () => waitingFor({ ...(await decidedRun([])), stage: 'reviewing' }) ?? '',
  Claude: () =>
    waiting({
      waiting: { since: '2026-11-21T09:05:00.000Z', until: '2026-11-21T09:35:00.000Z', reason: 'overloaded' },
    }),
  'Claude with hostile text': () =>
    waiting({ waiting: { since: '2026-11-21T09:05:00.000Z', until: '2026-11-21T09:35:00.000Z', reason: HOSTILE } }),
});

it('waits for nobody while it works, while it is paused, and when every thread is settled', async () => {
  expect(waiting({ stage: 'drafting' })).toBe('');
  expect(waiting({ stage: 'onboarding' })).toBe('');
  expect(waiting({ stage: 'approving', paused: { by: 'ada', reason: 'x', nextStep: 'y', code: 'paused' } })).toBe('');
  expect(waitingFor({ ...(await decidedRun(['approved', 'edited'])), stage: 'reviewing' })).toBeNull();
});
