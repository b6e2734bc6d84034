import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { renderValidationWorkflow } from '#engine/validation/workflow/validation-workflow.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { startScriptedClaude, type ScriptedClaude } from '#local/claude/start-scripted-claude.ts';
import { findFreePort } from '#local/demo/find-free-port.ts';
import type { Person } from '#local/github/human/create-person.ts';
import { startLocalGitHub, type LocalGitHub } from '#local/github/start-local-github.ts';
import { privateKey, publicKey } from '#test/support/app-keys.ts';
import { createFleet, type Fleet, type FleetStorage } from '#test/support/mge-fleet.ts';
import { createInstantRunner, type Judge } from '#test/support/scenario-judge.ts';
import { prepareScript, readTallyBase } from '#test/support/scenario-script.ts';

export const FLEET_REPOSITORY = 'acme/till';
const SECRET = 'a secret of the fleet';
const APP = { id: 4711, slug: 'mge' };
/** A run takes seconds; this is for machines that are busy with other things. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 30;

/** MGE in processes of its own; GitHub and Claude, which outlive every kill, in this one. */
export interface FleetWorld {
  readonly github: LocalGitHub;
  readonly claude: ScriptedClaude;
  readonly judge: Judge;
  readonly fleet: Fleet;
  readonly issue: number;
  readonly ada: Person;
  /** Plays the person, from the label to the report: approves, then resolves every thread. Resolves when the run is done. */
  playThrough(): Promise<void>;
  /** Resolves as soon as something is so. */
  until(what: string, isSo: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function startFleetWorld(storage: FleetStorage, onLine?: (line: string) => void): Promise<FleetWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-fleet-'));
  const port = await findFreePort();
  const { judge, runner } = createInstantRunner();
  const webhookUrl = `http://127.0.0.1:${port}/api/github/webhooks`;
  const github = await startLocalGitHub({
    dataDir: join(folder, 'github'),
    app: { ...APP, privateKey: publicKey, webhookSecret: SECRET, webhookUrl },
    runner,
  });
  const script = await prepareScript({});
  const claude = await startScriptedClaude({ script });
  const environment = {
    APP_ID: String(APP.id),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: SECRET,
    GHE_HOST: github.host,
    GHE_PROTOCOL: 'http',
    MGE_GITHUB_PACE: 'off',
    MGE_RECONCILE_SECONDS: '1',
    MGE_SILENCE_SECONDS: '1',
    ANTHROPIC_API_KEY: 'scripted',
    ANTHROPIC_BASE_URL: claude.url,
  };
  const fleet = createFleet({ storage, environment, port, ...(onLine === undefined ? {} : { onLine }) });
  await fleet.start();
  const { ada, issue } = await openSpec(github);

  async function until(what: string, isSo: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`it did not come to this: ${what}\n${show(github, issue)}`);
      await wait(LOOK_MS);
    }
  }
  return {
    github,
    claude,
    judge,
    fleet,
    issue,
    ada,
    until,
    playThrough: () => playThrough({ github, issue, ada, until }),
    async close() {
      await fleet.stop();
      await github.close();
      await claude.close();
      await rm(folder, { recursive: true, force: true });
      await rm(script, { recursive: true, force: true });
    },
  };
}

async function openSpec({ human }: LocalGitHub): Promise<{ ada: Person; issue: number }> {
  const workflow = renderValidationWorkflow({ actionRef: 'mge-app/mge/action@v1', node: '24', python: '3.13' });
  const files = { ...(await readTallyBase()), [VALIDATION_WORKFLOW]: workflow };
  await human.createRepository(FLEET_REPOSITORY, { files });
  human.setPermission(FLEET_REPOSITORY, 'ada', 'write');
  const ada = human.as('ada', FLEET_REPOSITORY);
  const issue = ada.openIssue({ title: 'Tally amounts', body: 'Adds up amounts and prints the total.' });
  ada.addLabel(issue, 'spec');
  return { ada, issue };
}

function show(github: LocalGitHub, issue: number): string {
  const { comments } = github.human.issueThread(FLEET_REPOSITORY, issue);
  return comments.map(({ author, body }) => `— ${author}: ${body.slice(0, 600)}`).join('\n');
}

type Play = Pick<FleetWorld, 'github' | 'issue' | 'ada' | 'until'>;

async function playThrough({ github, issue, ada, until }: Play): Promise<void> {
  const find = (text: string) =>
    github.human.issueThread(FLEET_REPOSITORY, issue).comments.findLast(({ body }) => body.includes(text));
  const isStatus = (headline: string) => find('mge:status')?.body.includes(`MGE: ${headline}`) === true;
  await until('the plan is shown', () => isStatus('the plan is ready') && find('<!-- mge:approve:') !== undefined);
  const plan = find('<!-- mge:approve:');
  ada.editComment(plan?.id ?? 0, (plan?.body ?? '').replace(/- \[ \](?=.*<!-- mge:approve:)/, '- [x]'));
  await until('the review waits for people', () => isStatus('ready for your review'));
  const [pull] = github.human.pullRequests(FLEET_REPOSITORY);
  const thread = () => github.human.pullRequestThread(FLEET_REPOSITORY, pull?.number ?? 0);
  const asked = () => thread().reviews.flatMap(({ threads }) => threads);
  // The status may tell of the review a moment before it stands.
  await until('the review stands', () => asked().length > 0);
  for (const { id } of asked()) ada.resolveThread(id);
  const isOpen = (body: string) => /- \[ \].*<!-- mge:task:/.test(body);
  await until('every task is ticked', () => !isOpen(find('<!-- mge:approve:')?.body ?? find('mge:plan-')?.body ?? ''));
  await until('the run is done', () => isStatus('done') && find('mge:report') !== undefined && !thread().draft);
}
