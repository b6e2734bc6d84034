import { NO_TRIALS } from '#domain/verdict/trial-results.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { MANIFEST_PATH } from '#domain/run/validation-run.ts';
import { createEvidence } from '#domain/verdict/create-evidence.ts';
import { Manifest } from '#domain/verdict/manifest.ts';
import type { AtomVerdict, Results } from '#domain/verdict/results.ts';
import type { WorkflowJob, WorkflowOutcome, WorkflowRunner } from '#local/github/workflow-runner.ts';

const git = promisify(execFile);

/** What a story says of the code: everything passes unless it says otherwise. */
export interface Judge {
  /** The symbol (by the end of its name) fails its unit test in the next jobs, in a new way each time. */
  fails(symbol: string, times?: number): void;
  /** The symbol fails no more. */
  recovers(symbol: string): void;
  /** The next jobs end without results. */
  breaks(times?: number): void;
  /** What was judged so far: one list of candidate symbols a job. */
  readonly jobs: readonly (readonly string[])[];
}

interface Wanted {
  readonly symbol: string;
  left: number;
  count: number;
}

export interface InstantRunner {
  readonly judge: Judge;
  readonly runner: WorkflowRunner;
}

/** GitHub Actions in no time: reads the candidate commit's manifest and answers with the verdicts that the story wants. */
export function createInstantRunner(): InstantRunner {
  const wanted: Wanted[] = [];
  const jobs: string[][] = [];
  const broken = { left: 0 };
  const judge: Judge = {
    fails: (symbol, times = 1) => void wanted.push({ symbol, left: times, count: 0 }),
    recovers: (symbol) => {
      for (const each of wanted.filter((one) => one.symbol === symbol)) each.left = 0;
    },
    breaks: (times = 1) => void (broken.left += times),
    jobs,
  };
  async function run(job: WorkflowJob): Promise<WorkflowOutcome> {
    const shown = await git('git', ['--git-dir', job.gitDir, 'show', `${job.headSha}:${MANIFEST_PATH}`], {
      maxBuffer: 50e6,
    });
    const manifest = Manifest.parse(JSON.parse(shown.stdout));
    jobs.push(candidatesOf(manifest));
    if (broken.left > 0) {
      broken.left -= 1;
      return { conclusion: 'failure', artifacts: [], log: 'the machine went away' };
    }
    const results = judgeAll(manifest, job.headSha, wanted);
    const archive = zipSync({ 'results.json': strToU8(JSON.stringify(results)) });
    return { conclusion: 'success', artifacts: [{ name: 'mge-results', archive }], log: 'judged' };
  }
  return { judge, runner: { run } };
}

function candidatesOf(manifest: Manifest): string[] {
  return manifest.symbols.filter(({ state }) => state === 'candidate').map(({ id }) => id);
}

function judgeAll(manifest: Manifest, headSha: string, wanted: readonly Wanted[]): Results {
  const failing = new Map<string, number>();
  for (const id of candidatesOf(manifest)) {
    const due = wanted.find((each) => each.left > 0 && (id === each.symbol || id.endsWith(`.${each.symbol}`)));
    if (due === undefined) continue;
    due.left -= 1;
    due.count += 1;
    failing.set(id, due.count);
  }
  const blocked = blockedBy(manifest, [...failing.keys()]);
  const atoms = manifest.atoms.map(({ id, symbol }) => verdictOf(id, symbol, failing.get(symbol), blocked.get(symbol)));
  const tests = manifest.tests.map(({ file, symbols }) => ({
    file,
    name: `all of ${file}`,
    outcome: symbols.some((id) => failing.has(id)) ? ('failed' as const) : ('passed' as const),
    symbols,
  }));
  const failed = tests.filter(({ outcome }) => outcome === 'failed').length;
  return {
    version: 1,
    run: manifest.run,
    batch: manifest.batch,
    key: manifest.key,
    headSha,
    sandbox: { kind: 'bubblewrap', enforced: ['no-network'] },
    toolchain: { name: 'instant', version: '1' },
    levels: manifest.levels.map((level) => ({ level, typechecked: true, evidence: [] })),
    atoms,
    tests,
    suite: { passed: tests.length - failed, failed, skipped: 0 },
    seconds: 1,
    ...NO_TRIALS,
    error: null,
  };
}

/** Symbol → the failing one that it needs, directly or not. */
function blockedBy(manifest: Manifest, failing: readonly string[]): Map<string, string> {
  const blocked = new Map<string, string>();
  const waiting = failing.map((id) => ({ id, cause: id }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id: needed, cause } = next;
    for (const [from] of manifest.needs.filter(([, to]) => to === needed)) {
      if (blocked.has(from) || failing.includes(from)) continue;
      blocked.set(from, cause);
      waiting.push({ id: from, cause });
    }
  }
  return blocked;
}

function verdictOf(id: string, symbol: string, count: number | undefined, blocker: string | undefined): AtomVerdict {
  const types = { check: 'types', outcome: 'passed', evidence: null } as const;
  if (count !== undefined) {
    // Words, not numbers: numbers do not make a failure another one.
    const evidence = createEvidence({
      check: 'unit',
      message: `${symbol} is wrong${' again'.repeat(count - 1)}`,
      file: 'test/story.test.ts',
      line: 1,
      detail: 'expected 2, got 1',
    });
    return {
      id,
      symbol,
      verdict: 'failed',
      blockedBy: null,
      checks: [types, { check: 'unit', outcome: 'failed', evidence }],
    };
  }
  if (blocker !== undefined) {
    const unit = { check: 'unit', outcome: 'not-executed', evidence: null } as const;
    return { id, symbol, verdict: 'not-executed', blockedBy: blocker, checks: [types, unit] };
  }
  return {
    id,
    symbol,
    verdict: 'passed',
    blockedBy: null,
    checks: [types, { check: 'unit', outcome: 'passed', evidence: null }],
  };
}
