import { expect, it } from 'vitest';
import { readJudged } from '#local/runner/steps/run-mge-action.ts';

it.each<[string, number | null]>([
  ['judged in 12.34 s', 12.34],
  ['level 0: checked', null],
  ['  judged in 99 s', null],
  ['judged in 99 s, said a test', null],
])('reads from a line of a job how long judging took, and from no other: %j', (line, seconds) => {
  expect(readJudged(line)).toBe(seconds);
});
