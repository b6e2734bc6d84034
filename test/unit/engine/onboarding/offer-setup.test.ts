import { describe, expect, it } from 'vitest';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { createOfferSetup } from '#engine/onboarding/create-offer-setup.ts';
import type { LastPullRequest, RepositoryFacts } from '#ports/github/repositories.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';

const asked = { installationId: 5, owner: 'team', name: 'ledger', askedAt: new Date('2026-11-21T09:00:00Z'), tries: 0 };
const repository = { owner: 'team', name: 'ledger', installationId: 5, defaultBranch: 'main' };
const PLAIN: RepositoryFacts = { repository, archived: false, disabled: false, fork: false };

interface Scene {
  readonly facts?: RepositoryFacts | null;
  readonly main?: Readonly<Record<string, string>> | null;
  readonly last?: LastPullRequest | null;
}

function offer({ facts = PLAIN, main = {}, last = null }: Scene) {
  const sourceTree = createFakeSourceTree(main === null ? {} : { main });
  const bodies: string[] = [];
  const offerSetup = createOfferSetup({
    sourceTree,
    repositories: { describe: async () => facts, lastPullRequest: async () => last },
    actions: {
      readWorkflow: async (_repository, path) => sourceTree.files('main')[path] ?? null,
      dispatch: async () => undefined,
      find: async () => null,
      downloadResults: async () => new Uint8Array(),
      publishChecks: async () => undefined,
    },
    pullRequests: {
      open: async (_repository, { body }) => bodies.push(body),
      update: async () => undefined,
      remarks: async () => [],
      review: async () => new Map(),
      resolveThread: async () => undefined,
    },
    renderWorkflow: () => 'name: MGE\n',
  });
  return { sourceTree, bodies, outcome: offerSetup(asked) };
}

describe('offering the setup where MGE was installed', () => {
  it('opens the pull request for nobody’s run in particular', async () => {
    const { outcome, sourceTree, bodies } = offer({});
    expect(await outcome).toEqual({ kind: 'opened', pullRequest: 1 });
    expect(sourceTree.files('mge/setup')).toHaveProperty([VALIDATION_WORKFLOW]);
    expect(bodies[0]).not.toContain('goes on');
  });

  it.each<[string, Scene, unknown]>([
    ['is ready', { main: { [VALIDATION_WORKFLOW]: 'x' } }, { kind: 'ready' }],
    ['has it open', { last: { number: 3, open: true } }, { kind: 'open', pullRequest: 3 }],
    ['has closed it', { last: { number: 3, open: false } }, { kind: 'declined', pullRequest: 3 }],
    ['is empty', { main: null }, { kind: 'skipped', why: 'empty' }],
    ['is archived', { facts: { ...PLAIN, archived: true } }, { kind: 'skipped', why: 'archived' }],
    ['is disabled', { facts: { ...PLAIN, disabled: true } }, { kind: 'skipped', why: 'disabled' }],
    ['is a fork', { facts: { ...PLAIN, fork: true } }, { kind: 'skipped', why: 'fork' }],
    ['is gone', { facts: null }, { kind: 'skipped', why: 'gone' }],
  ])('leaves a repository alone that %s', async (_what, scene, expected) => {
    const { outcome, sourceTree, bodies } = offer(scene);
    expect(await outcome).toEqual(expected);
    expect([sourceTree.commits, bodies]).toEqual([[], []]);
  });
});
