import { expect, test } from 'vitest';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { REPOSITORY, startScenarioWorld, type ScenarioWorld } from '#test/support/scenario-world.ts';

const files = { 'README.md': '# Till\n' };
/** Writes that one pull request may take of the 500 an hour. */
const FEW_WRITES = 6;

function setups(
  { github }: ScenarioWorld,
  repository = REPOSITORY,
): { readonly number: number; readonly open: boolean }[] {
  return github.human.pullRequests(repository).filter(({ headRef }) => headRef === 'mge/setup');
}

async function end(world: ScenarioWorld): Promise<void> {
  await world.settle();
  const findings = world.github.gateFindings();
  await world.close();
  expect(findings).toEqual([]);
}

test('installed, MGE opens the pull request that adds its workflow, once, though the webhook comes twice', async () => {
  const world = await startScenarioWorld({});
  world.github.deliveries.duplicate();
  await world.github.human.createRepository(REPOSITORY, { files });
  await world.settle();
  const [setup, ...others] = setups(world);
  expect([setup?.open, others]).toEqual([true, []]);
  const writes = world.github.requests().filter(({ creating }) => creating);
  expect(writes.length).toBeLessThanOrEqual(FEW_WRITES);
  const page = world.github.human.pullRequestThread(REPOSITORY, setup?.number ?? 0);
  expect(page.body).toContain(VALIDATION_WORKFLOW);
  expect(page.body).toContain('label an issue `spec`');

  const [told] = world.github.deliveries.list().filter(({ event }) => event === 'installation');
  world.github.deliveries.redeliver([told?.id ?? 0]);
  await world.settle();
  expect(setups(world)).toHaveLength(1);
  expect(world.github.requests().filter(({ creating }) => creating)).toHaveLength(writes.length);
  await end(world);
});

test('people who close it are not asked again, until they ask themselves', async () => {
  const world = await startScenarioWorld({});
  const { human } = world.github;
  await human.createRepository(REPOSITORY, { files });
  await world.settle();
  human.setPermission(REPOSITORY, 'ada', 'write');
  const ada = human.as('ada', REPOSITORY);
  ada.closeIssue(setups(world)[0]?.number ?? 0);
  human.uninstallApp(REPOSITORY);
  human.installApp(REPOSITORY);
  await world.settle();
  expect(setups(world).map(({ open }) => open)).toEqual([false]);

  ada.comment(ada.openIssue({ title: 'An idea', body: '' }), '/mge setup');
  await world.settle();
  expect(setups(world).map(({ open }) => open)).toEqual([false, true]);
  await end(world);
});

test('many repositories: one pull request a minute, none where nobody can merge it or it is not needed', async () => {
  const world = await startScenarioWorld({});
  const { human } = world.github;
  for (const name of ['one', 'two', 'three']) await human.createRepository(`acme/${name}`, { files });
  await human.createRepository('acme/empty');
  await human.createRepository('acme/old', { files });
  human.archive('acme/old', true);
  await human.createRepository('acme/ready', { files: { ...files, [VALIDATION_WORKFLOW]: 'on: workflow_dispatch\n' } });
  await world.settle(0);
  const opened = (): number => ['one', 'two', 'three'].flatMap((name) => setups(world, `acme/${name}`)).length;
  expect(opened()).toBe(1);
  // The queue of the first life is gone; what is still to be looked at is not.
  await world.restart();
  await world.reconcile();
  expect(opened()).toBe(3);
  expect(['empty', 'old', 'ready'].flatMap((name) => setups(world, `acme/${name}`))).toEqual([]);
  await end(world);
});
