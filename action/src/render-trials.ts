import type { Results } from '#domain/verdict/results.ts';
import { isUntested, sumStrength } from '#domain/verdict/trial-results.ts';

const MAX_LINES = 50;

/** What the trials found, as lines of the summary page. `cell` makes text of the target fit to show. */
export function renderTrials({ strength, behaviour }: Results, cell: (text: string) => string): string[] {
  const { planted, noticed } = sumStrength(strength);
  const weak = strength.symbols.filter((one) => one.noticed < one.planted);
  const survivors = weak.flatMap((one) =>
    one.survivors.map(
      ({ kind, file, line, was, text }) =>
        `- ${cell(one.symbol)}${isUntested(one) ? ' (**untested**)' : ''}: ${cell(`${file}:${line}`)} ${cell(kind)}, ${cell(was)} → ${cell(text)}`,
    ),
  );
  const differences = behaviour.differences.map(
    (one) =>
      `- ${cell(one.symbol)}${one.intended ? ' (meant to change)' : ''}: for ${cell(one.input)} it was ${cell(one.was)}, it is ${cell(one.now)}`,
  );
  const skipped = behaviour.skipped.map((one) => `- ${cell(one.symbol)} was not compared: ${cell(one.reason)}`);
  return [
    ...(planted === 0
      ? []
      : ['', `Strength: the tests notice ${noticed} of ${planted} planted faults. Not noticed:`, '']),
    ...survivors.slice(0, MAX_LINES),
    ...(behaviour.compared.length === 0
      ? []
      : ['', `Behaviour: ${behaviour.compared.length} functions compared with what they were.`, '']),
    ...differences.slice(0, MAX_LINES),
    ...skipped.slice(0, MAX_LINES),
  ];
}
