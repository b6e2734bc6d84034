import { findAttempts, ORDERS } from '#domain/prompt/find-attempts.ts';
import type { Run } from '#domain/run/run.ts';

/** A place whose text tries to steer MGE. */
export interface Attempt {
  readonly where: string;
  readonly what: readonly string[];
}

const MOST = 10;

/** Attempts to steer MGE in what people wrote and in what came out of their repository and tests, for maintainers to see. */
export function attemptsIn(run: Run): Attempt[] {
  const { issue, discovery, review, build } = run;
  const texts: [string, string][] = [
    ['the spec issue', `${issue.title}\n${issue.body}`],
    ...discovery.answers.map(({ by, text }): [string, string] => [`an answer of ${by}`, text]),
    ...Object.values(review?.threads ?? {}).map(({ by, feedback }): [string, string] => [
      `feedback of ${by ?? 'a reviewer'}`,
      feedback,
    ]),
    ...Object.values(build?.symbols ?? {}).flatMap(({ failure, id }): [string, string][] =>
      failure === null ? [] : [[`the output of the tests of ${id}`, `${failure.message}\n${failure.detail}`]],
    ),
  ];
  const told = texts
    .map(([where, text]) => ({ where, what: findAttempts(text) }))
    .filter(({ what }) => what.length > 0);
  const inFiles = (run.suspicious ?? []).map((path) => ({ where: `the file ${path}`, what: [ORDERS] }));
  return [...told, ...inFiles].slice(0, MOST);
}
