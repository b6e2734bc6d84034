import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from '#local/demo/options.ts';
import { runDemo } from '#local/demo/run-demo.ts';
import { readScenario } from '#local/demo/scenario.ts';
import { createScreen } from '#local/demo/show/screen.ts';
import type { RequestRecord } from '#local/github/http/request-log.ts';

/** `npm run bench -- requests [demo options]`: the requests that the demo's run makes of GitHub, by route. */
export async function benchRequests(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  const folder = await mkdtemp(join(tmpdir(), 'mge-requests-'));
  const scenario = await readScenario(options);
  const screen = createScreen(process.stderr);
  try {
    const keepLine = (): void => undefined;
    const run = await runDemo({ folder, options, scenario, screen, repository: 'acme/kitty', keepLine });
    const requests = run.world.github.requests().filter(({ route }) => route !== 'git');
    await run.world.stop();
    console.log(renderRequests(requests));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function renderRequests(requests: readonly RequestRecord[]): string {
  const counts = new Map<string, number>();
  for (const { method, route } of requests) {
    const name = `${method} ${route}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `| ${count} | \`${name}\` |`);
  const creating = requests.filter((request) => request.creating).length;
  const total = `${requests.length} requests, ${creating} of them content-creating`;
  return ['| requests | route |', '| ---: | --- |', ...rows, '', total].join('\n');
}
