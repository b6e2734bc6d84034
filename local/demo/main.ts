import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSandbox } from '#local/demo/ensure-sandbox.ts';
import { readOptions, type DemoOptions } from '#local/demo/options.ts';
import { runDemo } from '#local/demo/run-demo.ts';
import { readScenario } from '#local/demo/scenario.ts';
import { createScreen, type Screen } from '#local/demo/show/screen.ts';
import { showOutcome } from '#local/demo/show/show-outcome.ts';

const REPOSITORY = 'acme/kitty';

/** Plays the whole thing; true when everything that was built holds. */
async function demo(options: DemoOptions, screen: Screen): Promise<boolean> {
  const scenario = await readScenario(options);
  const folder = await mkdtemp(join(tmpdir(), 'mge-demo-'));
  const log = createWriteStream(join(folder, 'demo.log'));
  screen.line(screen.style('bold', `MGE: “${scenario.title}”, from a spec issue to a reviewed pull request`));
  screen.line(
    options.live
      ? 'The model is asked for real. GitHub is a local server; git, webhooks, sandbox, type checks and tests are real.'
      : 'The model’s answers are scripted. GitHub is a local server; git, webhooks, sandbox, type checks and tests are real.',
  );
  screen.line();
  if (!options.unsafeNoSandbox) await ensureSandbox(screen, options);
  const keepLine = (line: string): void => void log.write(`${line}\n`);
  const request = { folder, options, scenario, screen, repository: REPOSITORY, keepLine };
  let good = false;
  try {
    const run = await runDemo(request);
    good = await showOutcome(request, run);
    return good;
  } finally {
    log.end();
    if (options.keep || !good) screen.line(`Kept: ${folder} (demo.log holds every log line)`);
    else await rm(folder, { recursive: true, force: true });
  }
}

const options = readOptions(process.argv.slice(2));
const screen = createScreen(options.json ? process.stderr : process.stdout);
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    screen.end();
    console.error('Stopped. Nothing of it runs any more.');
    process.exit(status);
  });
}
demo(options, screen).then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    screen.end();
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
