import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#domain/run/event.ts';
import type { Repository } from '#domain/run/repository.ts';
import { settleIn } from '#domain/run/transition/moving.ts';
import { freshRun } from '#test/support/plan-samples.ts';

const issue = { number: 1, title: 'A ledger', body: '', author: 'ada' };
const here: Repository = { id: 7, owner: 'acme', name: 'ledger', installationId: 5, defaultBranch: 'main' };
const labelled = (repository: Repository): RunEvent => ({
  type: 'issue-labelled',
  repository,
  sender: 'ada',
  issue,
  labels: ['spec'],
});
const closed = (repository: Repository): RunEvent => ({ type: 'issue-closed', repository, sender: 'ada' });
const run = freshRun({ repository: here, stage: 'approving' });

describe('the repository of a run', () => {
  it('stays the same object where nothing changed, and where an event tells of none', () => {
    expect(settleIn(run, closed(here))).toBe(run);
    expect(settleIn(run, { type: 'effect-done', effect: 'x' })).toBe(run);
  });

  it('takes its new name and installation, and keeps the branch that the run began from', () => {
    const renamed = { ...here, name: 'till', installationId: 6, defaultBranch: 'trunk' };
    expect(settleIn(run, closed(renamed))).toEqual({ ...run, repository: { ...renamed, defaultBranch: 'main' } });
  });

  it('gets its number from the first event, where the run is older than that', () => {
    const { id: _id, ...unnumbered } = here;
    expect(settleIn({ ...run, repository: unnumbered }, closed(here))).toEqual(run);
  });

  it('with another owner holds the run until somebody there says so; one that is over or paused just moves', () => {
    const away = { ...here, owner: 'newco' };
    expect(settleIn(run, closed(away))).toMatchObject({ repository: away, paused: { code: 'repository-transferred' } });
    expect(settleIn({ ...run, stage: 'done' }, closed(away))).toMatchObject({ repository: away, paused: null });
    const paused = { by: 'ada', reason: 'x', nextStep: 'y', code: 'paused' };
    expect(settleIn({ ...run, paused }, closed(away))).toMatchObject({ repository: away, paused });
  });

  it('is not another one of the same name: whose issues begin anew, and steer nothing', () => {
    const other = { ...here, id: 8 };
    expect(settleIn(run, closed(other))).toBeNull();
    expect(settleIn(run, labelled(other))).toMatchObject({ stage: 'idle', generation: 2, repository: other });
  });

  it('is not another one of the name it had: nothing begins there while the run goes on elsewhere', () => {
    const moved = { ...run, repository: { ...here, name: 'till' } };
    const other = { ...here, id: 8 };
    expect(settleIn(moved, labelled(other))).toBeNull();
    expect(settleIn({ ...moved, stage: 'done' }, labelled(other))).toMatchObject({ stage: 'idle', generation: 2 });
  });
});
