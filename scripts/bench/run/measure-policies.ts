import { lowerBound } from '#scripts/bench/run/lower-bound.ts';
import type { Outcome } from '#scripts/bench/run/outcome.ts';
import { playMge } from '#scripts/bench/run/play-mge.ts';
import { policies } from '#scripts/bench/run/policies.ts';
import { simulatePolicy } from '#scripts/bench/run/simulate-policy.ts';
import { readGraphs } from '#scripts/bench/run/symbol-graph.ts';
import { drawWorkload, type Workload } from '#scripts/bench/run/workload.ts';

const SEEDS = [1, 2, 3];
const FAILING = [0, 0.15];
const CONCURRENCY = [10, 50, 100];

type Play = (work: Workload, concurrency: number) => Outcome;

/** The names of policies, as the table shows them, and how each is played. */
const players: readonly (readonly [string, Play])[] = [
  ...policies.map((policy): [string, Play] => [
    policy.name,
    (work, concurrency) => simulatePolicy(policy, work, concurrency),
  ]),
  ['**MGE**, a draft as long as its tokens', (work, concurrency) => playMge(work, concurrency, 'tokens')],
  ['**MGE**, a draft as long as a call for each symbol', (work, concurrency) => playMge(work, concurrency, 'sum')],
];

/** Makespan ÷ L of every policy, over all graphs and seeds, and the number of Actions runs, as a Markdown table. */
export function measurePolicies(): string {
  const cases = FAILING.flatMap((failing) => CONCURRENCY.map((concurrency) => ({ failing, concurrency })));
  const head = cases.map(({ failing, concurrency }) => `${failing * 100} % wrong, ${concurrency} calls`);
  const rows = players.map(([name, play]) => {
    const cells = cases.map((each) => cell(draw(each.failing).map((work) => score(play, work, each.concurrency))));
    return [name, ...cells];
  });
  return [['policy', ...head], head.map(() => '---').concat('---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

interface Score {
  readonly ratio: number;
  readonly runs: number;
  readonly atOnce: number;
}

function draw(failing: number): Workload[] {
  return readGraphs().flatMap((graph) => SEEDS.map((seed) => drawWorkload(graph, { seed, failing })));
}

function score(play: Play, work: Workload, concurrency: number): Score {
  const { makespan, runs, runsAtOnce } = play(work, concurrency);
  return { ratio: makespan / lowerBound(work, concurrency), runs, atOnce: runsAtOnce };
}

/** `0.13 – 0.21 (≤ 2 runs, ≤ 1 at once)` */
function cell(scores: readonly Score[]): string {
  const ratios = scores.map(({ ratio }) => ratio);
  const most = (pick: (score: Score) => number): number => Math.max(...scores.map(pick));
  const range = `${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)}`;
  return `${range} (${most(({ runs }) => runs)} runs, ${most(({ atOnce }) => atOnce)} at once)`;
}
