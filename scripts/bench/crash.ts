import { isDeepStrictEqual } from 'node:util';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { killRound, lodgeEmbedded, lodgeOnServers } from '#test/crash/kill-round.ts';
import { outcomeOf } from '#test/crash/outcome-of.ts';

const STORAGES = ['embedded', 'servers'] as const;
const LODGE = { embedded: lodgeEmbedded, servers: lodgeOnServers };
const KILLS_A_RUN = 10;
const LONGEST_LIFE_MS = 500;

const Options = z.object({
  kills: z.number(),
  storage: z.enum([...STORAGES, 'both']),
  log: z.string().optional(),
});

const Round = z.object({
  storage: z.enum(STORAGES),
  kills: z.number(),
  /** Whether the run left behind what an undisturbed one does; the price too, unless an answer was cut off. */
  same: z.boolean(),
  answersLost: z.number(),
  seconds: z.number(),
});
type Round = z.infer<typeof Round>;

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return count;
}

function readOptions(words: readonly string[]): z.infer<typeof Options> {
  const program = new Command('npm run bench -- crash')
    .description('Kills MGE (SIGKILL) at random instants of real runs, and compares what they leave behind.')
    .option('--kills <count>', 'how many kills on each storage', readCount, 200)
    .addOption(new Option('--storage <which>').choices([...STORAGES, 'both']).default('both'))
    .option('--log <file>', 'keep every round in this file, and go on where it ends');
  return Options.parse(program.parse([...words], { from: 'user' }).opts());
}

async function readLog(file: string | undefined): Promise<Round[]> {
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Round.parse(JSON.parse(line)));
}

/** A line in the log; of a run that differs also what it and an undisturbed one left behind, in files beside it. */
async function keepRound(log: string, told: Round, outcomes: Readonly<Record<string, unknown>>): Promise<void> {
  await appendFile(log, `${JSON.stringify(told)}\n`);
  if (told.same) return;
  for (const [name, outcome] of Object.entries(outcomes))
    await writeFile(`${log}.${name}.json`, JSON.stringify(outcome, null, 2));
}

/** `npm run bench -- crash [--kills 200] [--storage embedded|servers|both] [--log FILE]` */
export async function benchCrash(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  const rounds = await readLog(options.log);
  const undisturbed = await killRound(lodgeEmbedded, { kills: 0, longestLifeMs: 0, random: Math.random });
  const storages = STORAGES.filter((storage) => options.storage === 'both' || options.storage === storage);
  for (const storage of storages) {
    const killed = (): number =>
      rounds.filter((each) => each.storage === storage).reduce((sum, each) => sum + each.kills, 0);
    while (killed() < options.kills) {
      const started = performance.now();
      const left = Math.min(KILLS_A_RUN, options.kills - killed());
      const round = await killRound(LODGE[storage], {
        kills: left,
        longestLifeMs: LONGEST_LIFE_MS,
        random: Math.random,
      });
      const { kills, answersLost } = round;
      const outcomes = { disturbed: outcomeOf(round, answersLost), undisturbed: outcomeOf(undisturbed, answersLost) };
      const same = isDeepStrictEqual(outcomes.disturbed, outcomes.undisturbed);
      const told = { storage, kills, same, answersLost, seconds: (performance.now() - started) / 1000 };
      rounds.push(told);
      if (options.log !== undefined) await keepRound(options.log, told, outcomes);
      console.error(`${storage}: ${killed()} kills, ${same ? 'the same' : 'DIFFERENT'}`);
    }
  }
  console.log(renderRounds(storages, rounds));
  if (rounds.some(({ same }) => !same)) process.exitCode = 1;
}

function renderRounds(storages: readonly Round['storage'][], rounds: readonly Round[]): string {
  const rows = storages.map((storage) => {
    const own = rounds.filter((each) => each.storage === storage);
    const sum = (of: (round: Round) => number): number => own.reduce((total, each) => total + of(each), 0);
    const cells = [
      storage,
      own.length,
      sum(({ kills }) => kills),
      own.filter(({ same }) => !same).length,
      sum(({ answersLost }) => answersLost),
      sum(({ seconds }) => seconds).toFixed(0),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| storage | runs | kills | runs that differ | answers that a kill cut off | seconds |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}
