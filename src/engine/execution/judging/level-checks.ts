import type { Batch, Build } from '#domain/build/build.ts';
import { isAccepted } from '#domain/build/progress.ts';
import type { Project } from '#domain/build/project.ts';
import type { Manifest } from '#domain/verdict/manifest.ts';
import type { Results } from '#domain/verdict/results.ts';
import type { CheckReport } from '#ports/github/actions.ts';
import type { SymbolVerdict } from '#engine/execution/judging/fold-verdicts.ts';

type LevelCheck = Omit<CheckReport, 'detailsUrl'>;

/**
 * One check for each level that a batch judged: how many of the level's atoms stand validated now. Levels that are not
 * right yet share one: they are judged again, and GitHub counts every check. While tasks are still drafted levels are not
 * whole, so there is none; the first batch after that tells of all.
 */
export function levelChecks(
  build: Build,
  batch: Batch,
  manifest: Manifest,
  results: Results,
  verdicts: readonly SymbolVerdict[],
  doubts: Project['doubts'],
): LevelCheck[] {
  if (batch.early === true) return [];
  const first = build.batches.find(({ number }) => number === batch.number - 1)?.early === true;
  const outcomes = new Map(verdicts.map((verdict) => [verdict.symbol, verdict]));
  const each = manifest.levels.flatMap((level) => {
    const symbols = new Set(build.levels[level] ?? []);
    const judged = verdicts.filter((verdict) => symbols.has(verdict.symbol));
    if (judged.length === 0 && !first) return [];
    const atoms = Object.values(build.atoms).filter((atom) => symbols.has(atom.symbol));
    const passed = atoms.filter((atom) => {
      const state = build.symbols[atom.symbol];
      const verdict = outcomes.get(atom.symbol)?.verdict;
      return verdict === undefined ? state !== undefined && isAccepted(state) : verdict === 'passed';
    });
    const failed = judged.filter((verdict) => verdict.verdict === 'failed');
    const open = judged.filter((verdict) => verdict.verdict === 'not-executed');
    const waiting = open.length > 0 || (first && passed.length < atoms.length);
    const conclusion = failed.length > 0 ? 'failure' : waiting ? 'neutral' : 'success';
    const title = `${passed.length} of ${atoms.length} atoms validated`;
    return [
      {
        level,
        conclusion,
        title,
        summary: summaryOf(level, results, { failed, open, doubted: doubtsOf(judged, doubts) }),
      } as const,
    ];
  });
  const right = each.filter(({ conclusion }) => conclusion === 'success');
  const open = each.filter(({ conclusion }) => conclusion !== 'success');
  return [...joinLevels(open), ...right.flatMap((one) => joinLevels([one]))];
}

function joinLevels(levels: readonly (Omit<LevelCheck, 'name'> & { readonly level: number })[]): LevelCheck[] {
  const [first, ...more] = levels;
  if (first === undefined) return [];
  const { level, conclusion, title, summary } = first;
  if (more.length === 0) return [{ name: `MGE level ${level}`, conclusion, title, summary }];
  return [
    {
      name: `MGE levels ${levels.map((one) => one.level).join(', ')}`,
      conclusion: levels.some((one) => one.conclusion === 'failure') ? 'failure' : 'neutral',
      title: `${levels.length} levels are not right yet`,
      summary: levels.map((one) => `**Level ${one.level}**: ${one.title}. ${one.summary}`).join('\n\n'),
    },
  ];
}

/** Symbols with doubts that one check names: what fails is to be seen first. */
const mostDoubted = 10;

function doubtsOf(judged: readonly SymbolVerdict[], doubts: Project['doubts']): string[] {
  const lines = judged.flatMap(({ symbol }) => {
    const own = doubts[symbol] ?? [];
    return own.length === 0 ? [] : [`- ${symbol}, to look at: ${own.map((doubt) => oneLine(doubt)).join(', ')}`];
  });
  const more = lines.length - mostDoubted;
  return more > 0 ? [...lines.slice(0, mostDoubted), `- and ${more} more`] : lines;
}

interface Told {
  readonly failed: readonly SymbolVerdict[];
  readonly open: readonly SymbolVerdict[];
  readonly doubted: readonly string[];
}

function summaryOf(level: number, results: Results, { failed, open, doubted }: Told): string {
  const typechecked = results.levels.find((each) => each.level === level)?.typechecked ?? null;
  const types = typechecked === null ? 'were not checked' : typechecked ? 'check' : 'do not check';
  const lines = [`Types of this level's tree ${types}. Executed in: ${results.sandbox.kind}.`];
  for (const { symbol, failure } of failed) {
    lines.push(
      `- **${symbol}** failed${failure === null ? '' : ` its ${failure.check} check: ${oneLine(failure.message)}`}`,
    );
  }
  for (const { symbol, blockedBy } of open) {
    lines.push(`- ${symbol} was not executed${blockedBy === null ? '' : `: it needs ${blockedBy}, which failed`}`);
  }
  return [...lines, ...doubted].join('\n');
}

function oneLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return `\`${line.slice(0, 200).replaceAll('`', "'")}\``;
}
