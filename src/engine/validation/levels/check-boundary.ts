import { createEvidence } from '#domain/verdict/create-evidence.ts';
import { BOUNDARY_CHECKS, type BoundaryCheck } from '#domain/verdict/boundary-result.ts';
import type { ManifestBoundary, ManifestCommands } from '#domain/verdict/manifest.ts';
import type { BatchSession, LevelStage } from '#engine/validation/batch-session.ts';
import { checkCohesion } from '#engine/validation/levels/check-cohesion.ts';
import type { JudgedCase } from '#engine/validation/levels/judge-run.ts';
import { isFailing } from '#engine/validation/levels/judge-run.ts';

/** A boundary whose tests have run. */
export interface TestedBoundary {
  readonly boundary: ManifestBoundary;
  readonly cases: readonly JudgedCase[];
}

type Check = (
  session: BatchSession,
  stage: LevelStage,
  tested: TestedBoundary,
) => Promise<BoundaryCheck> | BoundaryCheck;

/** Who performs each named check; those that are tests read the outcome of the boundary's cases. */
const CHECKS: Readonly<Record<(typeof BOUNDARY_CHECKS)[keyof typeof BOUNDARY_CHECKS][number], Check>> = {
  integration: (_session, _stage, { cases }) => ofCases('integration', cases),
  component: (_session, _stage, { cases }) => ofCases('component', cases),
  system: (_session, _stage, { cases }) => ofCases('system', cases),
  acceptance: ({ facts }, _stage, { cases }) => {
    const files = new Set(facts.manifest.tests.filter((test) => test.kind === 'integration').map((test) => test.file));
    return ofCases(
      'acceptance',
      cases.filter((one) => files.has(one.file)),
    );
  },
  cohesion: ({ facts }, _stage, { boundary }) => checkCohesion(facts, boundary),
  api: checkApi,
  architecture: (session, stage) => ofCommand(session, stage, 'architecture'),
  performance: (session, stage) => ofCommand(session, stage, 'performance'),
  lint: (session, stage) => ofCommand(session, stage, 'lint'),
  build: (session, stage) => ofCommand(session, stage, 'build'),
  package: (session, stage) => ofCommand(session, stage, 'package'),
  suite: (session, stage) => ofCommand(session, stage, 'test', 'suite'),
};

/** Runs the named checks of a boundary. One that fails is evidence of the level, for no single atom can be named. */
export async function checkBoundary(session: BatchSession, stage: LevelStage, tested: TestedBoundary): Promise<void> {
  const { kind, afterLevel, symbols } = tested.boundary;
  await session.tree.lay(new Set([...stage.stubbed, ...session.book.failed]));
  const checks: BoundaryCheck[] = [];
  for (const name of BOUNDARY_CHECKS[kind]) {
    if (session.expired()) break;
    checks.push(await CHECKS[name](session, stage, tested));
  }
  session.boundaries.push({ kind, afterLevel, symbols: symbols.length, checks });
}

function ofCases(check: string, cases: readonly JudgedCase[]): BoundaryCheck {
  const failing = cases.filter(isFailing);
  const passed = cases.filter((one) => one.outcome === 'passed').length;
  if (failing.length > 0)
    return { check, outcome: 'failed', reason: `${failing.length} of ${cases.length} cases fail` };
  if (passed === 0) return { check, outcome: 'not-executed', reason: 'no test of it ran' };
  return { check, outcome: 'passed', reason: `${passed} of ${cases.length} cases pass` };
}

/** Callers and exports agree: the type checker says so; where there is none, the tool chain reads imports and calls. */
async function checkApi(
  session: BatchSession,
  stage: LevelStage,
  { boundary }: TestedBoundary,
): Promise<BoundaryCheck> {
  const { facts, toolchain } = session;
  const files = [...new Set(boundary.symbols.flatMap((id) => facts.symbol(id)?.file ?? []))];
  const run = await toolchain.checkApi?.(files);
  if (run === undefined)
    return { check: 'api', outcome: 'not-executed', reason: 'no tool reads calls of this language' };
  if (!run.passed) noteFailure(stage, 'api', run.output);
  return { check: 'api', outcome: run.passed ? 'passed' : 'failed', reason: run.output.slice(0, 1000) };
}

/** A command of the settings, else the one that the repository's own configuration asks for. */
async function ofCommand(
  session: BatchSession,
  stage: LevelStage,
  name: keyof ManifestCommands,
  check: string = name,
): Promise<BoundaryCheck> {
  const { commands, limits } = session.facts.manifest;
  const line = commands[name] ?? session.toolchain.commands?.[name] ?? null;
  if (line === null) return { check, outcome: 'not-executed', reason: 'nothing is configured' };
  const outcome = await session.toolchain.runCommand(line, limits.jobSeconds * 500);
  if (outcome.passed) return { check, outcome: 'passed', reason: line.slice(0, 1000) };
  noteFailure(stage, check, outcome.output, `\`${line}\` failed`);
  return { check, outcome: 'failed', reason: `\`${line}\` failed`.slice(0, 1000) };
}

function noteFailure(stage: LevelStage, check: string, detail: string, message = detail): void {
  stage.evidence.push(createEvidence({ check, message, detail }));
}
