import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemoOptions } from '#local/demo/options.ts';
import { createHuman } from '#local/demo/play-human.ts';
import type { Scenario } from '#local/demo/scenario.ts';
import { readAdvance, showAdvance, time, type Advance } from '#local/demo/show/show-progress.ts';
import type { Screen } from '#local/demo/show/screen.ts';
import type { IssueThread } from '#local/github/human/seen.ts';
import { startWorld, type DemoWorld } from '#local/demo/start-world.ts';
import { readJudged } from '#local/runner/steps/run-mge-action.ts';

export interface DemoRequest {
  readonly folder: string;
  readonly options: DemoOptions;
  readonly scenario: Scenario;
  readonly screen: Screen;
  readonly repository: string;
  /** Keeps a log line of MGE, of the scripted Claude or of a validation job. */
  readonly keepLine: (line: string) => void;
}

export interface DemoRun {
  readonly world: DemoWorld;
  readonly issue: number;
  readonly last: Advance;
  readonly seconds: number;
  /** Of these: installs, type checks and tests of the target in its validation jobs. */
  readonly judgedSeconds: number;
  /** The issue as it last stood in each stage, for a page that shows a run: MGE edits its comments in place. */
  readonly moments: ReadonlyMap<Advance['stage'], IssueThread>;
}

const LOOK_MS = 30;
/** A run that says nothing new for this long is stuck; a real model may think for minutes. */
const PATIENCE_MS = { scripted: 180_000, live: 1_200_000 };

/** Starts everything, plays the person until the run is done, and shows how it goes. The world is left running. */
export async function runDemo(request: DemoRequest): Promise<DemoRun> {
  const { folder, options, scenario, screen, repository, keepLine } = request;
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  let last: Advance | null = null;
  let heard = performance.now();
  const onLog = (line: string): void => {
    keepLine(line);
    const advance = readAdvance(line);
    if (advance === null) return;
    showAdvance(screen, last, advance, elapsed());
    last = advance;
    heard = performance.now();
  };
  const latest = (): Advance | null => last;
  const patience = options.live ? PATIENCE_MS.live : PATIENCE_MS.scripted;
  let judgedSeconds = 0;
  const onJobLine = (line: string): void => {
    keepLine(line);
    judgedSeconds += readJudged(line) ?? 0;
    heard = performance.now();
  };
  const world = await startWorld({ folder: join(folder, 'world'), options, scenario, onLog, onJobLine });
  try {
    await world.github.human.createRepository(repository, {
      files: scenario.base,
      defaultBranch: 'main',
      installed: true,
    });
    world.github.human.setPermission(repository, scenario.human.login, 'write');
    const tell = (deed: string): void =>
      screen.line(
        `${screen.style('gray', time(elapsed()))}  ${screen.style('magenta', `@${scenario.human.login}`.padEnd(11))} ${deed}`,
      );
    const human = createHuman({ github: world.github, repository, scenario, tell });
    const issue = human.begin();
    const moments = new Map<Advance['stage'], IssueThread>();
    for (let now = latest(); now?.stage !== 'done'; now = latest()) {
      if (typeof now?.paused === 'string')
        throw new Error(
          `The run paused: ${now.paused.replace(/\.$/, '')}.\nNext step: ${now.nextStep ?? '`/mge resume`'}`,
        );
      if (performance.now() - heard > patience)
        throw new Error(`Nothing happened for ${patience / 1000} s; the run is ${now?.stage ?? 'not started'}.`);
      if (now !== null) moments.set(now.stage, world.github.human.issueThread(repository, issue));
      await human.look();
      await wait(LOOK_MS);
    }
    const done = latest();
    if (done === null) throw new Error('The run told nothing.');
    return { world, issue, last: done, seconds: elapsed(), judgedSeconds, moments };
  } catch (error) {
    await world.stop();
    throw error;
  } finally {
    screen.end();
  }
}
