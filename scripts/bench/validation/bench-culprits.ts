import { basename } from 'node:path';
import { chooseSandbox, type ChosenSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { isFailing } from '#engine/validation/levels/judge-run.ts';
import type { Syntax } from '#ports/syntax.ts';
import { createRunFaulty } from '#scripts/bench/validation/culprits/faulty-suite.ts';
import { areNoticed, measureStory, type CulpritStory } from '#scripts/bench/validation/culprits/measure-culprits.ts';
import { scenarios, type CulpritKind } from '#scripts/bench/validation/culprits/plant-culprits.ts';
import { readSuspects } from '#scripts/bench/validation/culprits/read-suspects.ts';
import { readLibrary } from '#scripts/bench/validation/faults/library.ts';
import { openJudge } from '#scripts/bench/validation/faults/open-judge.ts';

const COUNTS: Readonly<Record<CulpritKind, number>> = { one: 12, two: 5, pair: 5 };
const KINDS: readonly CulpritKind[] = ['one', 'two', 'pair'];
const SUITE_SECONDS = 30;

/** `--culprits DIR… [--earlier]`: plants one fault, two, and a pair that fails only together, and says how many culprits are named right. */
export async function benchCulprits(words: readonly string[]): Promise<void> {
  const chosen = await chooseSandbox({ mode: 'auto' });
  if (!chosen.executes) throw new Error(`nothing to measure: ${chosen.note}`);
  const syntax = await createTreeSitterSyntax();
  console.log('| library | suspects | planted | stories | named right | wrongly named | probes, median (most) |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  try {
    for (const folder of words.filter((word) => !word.startsWith('--')))
      await measure(folder, chosen, syntax, words.includes('--earlier'));
  } finally {
    chosen.close();
  }
}

async function measure(folder: string, chosen: ChosenSandbox, syntax: Syntax, earlier: boolean): Promise<void> {
  const library = readLibrary(folder);
  const judge = await openJudge(library, chosen);
  try {
    const suspects = await readSuspects(library, syntax);
    const runFaulty = createRunFaulty(judge, library, suspects, SUITE_SECONDS);
    const cases = await runFaulty([], new Set(), library.tests);
    const good = new Set(cases.filter((one) => !isFailing(one)).map(({ key }) => key));
    for (const kind of KINDS) {
      const stories: CulpritStory[] = [];
      for (const scenario of scenarios(kind, library, suspects, syntax)) {
        if (stories.length >= COUNTS[kind]) break;
        const deps = { library, suspects, runFaulty, good, earlier };
        if (kind === 'two' && !(await areNoticed(deps, scenario))) continue;
        const story = await measureStory(deps, scenario);
        if (story !== null) stories.push(story);
        if (story !== null)
          console.error(
            `${isRight(kind, story) ? 'right' : 'wrong'} ${kind}: planted ${story.planted.join(' ')}, named ${story.named.join(' ')}, ${story.probes} probes`,
          );
      }
      console.log(rowOf(basename(folder), suspects.length, kind, stories));
    }
  } finally {
    await judge.close();
  }
}

/** Of a pair that fails only together, one is to be named: without it, nothing fails. */
function isRight(kind: CulpritKind, { planted, named }: CulpritStory): boolean {
  return wrongOf({ planted, named }).length === 0 && named.length === (kind === 'two' ? 2 : 1);
}

function wrongOf({ planted, named }: Pick<CulpritStory, 'planted' | 'named'>): string[] {
  return named.filter((id) => !planted.includes(id));
}

function rowOf(library: string, suspects: number, kind: CulpritKind, stories: readonly CulpritStory[]): string {
  const right = stories.filter((story) => isRight(kind, story)).length;
  const wrong = stories.flatMap((story) => wrongOf(story)).length;
  const probes = stories.map((story) => story.probes).toSorted((left, right_) => left - right_);
  const median = probes[Math.floor(probes.length / 2)] ?? 0;
  const cells = [library, suspects, kind, stories.length, right, wrong, `${median} (${probes.at(-1) ?? 0})`];
  return `| ${cells.join(' | ')} |`;
}
