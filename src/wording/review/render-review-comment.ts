import { symbolPath } from '#domain/build/symbol-path.ts';
import { codeSpan, inlineHtml, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { CONFIDENCE_WEIGHTS } from '#domain/review/confidence.ts';
import { fence } from '#domain/review/fence.ts';
import { reviewActions } from '#wording/review/review-actions.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';

const LONGEST_SUGGESTION = 20_000;
const USERS = ['nothing else needs it', 'one other needs it'];

/** One question to a reviewer about one symbol, as Markdown. */
export function renderReviewComment(facts: ReviewFacts): string {
  const flagged = facts.state.progress === 'flagged';
  const suggested = flagged ? suggestion(facts) : '';
  return [
    headline(facts, flagged),
    contractText(facts),
    reasons(facts),
    weakness(facts),
    evidence(facts),
    suggested,
    reviewActions(acceptance(facts, flagged), suggested.includes('```suggestion')),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headline({ symbol, state, confidence }: ReviewFacts, flagged: boolean): string {
  const name = codeSpan(symbolPath(symbol));
  const tries = state.attempts === 1 ? 'its only attempt' : `all ${state.attempts} attempts`;
  return flagged
    ? `**${name} needs you.** It failed ${tries}, so a stub stands here that throws when it is called.`
    : `**Please look at ${name}.** I am ${Math.round(confidence.score * 100)} % sure of it, and surer of most others.`;
}

function contractText({ contract, symbol }: ReviewFacts): string {
  if (contract === null)
    return `What it is for: ${codeSpan(symbol.signature === '' ? symbol.name : symbol.signature)}, a part of task ${symbol.task}.`;
  const lines = [
    ...contract.preconditions.map((each) => `- before: ${inlineMarkdown(each)}`),
    ...contract.postconditions.map((each) => `- after: ${inlineMarkdown(each)}`),
    ...contract.examples.slice(0, 3).map((each) => `- example: ${codeSpan(each)}`),
  ];
  return lines.length === 0 ? '' : ['What it promises:', ...lines].join('\n');
}

function reasons({ state, confidence, size, doubts }: ReviewFacts): string {
  const { parts } = confidence;
  const { passed, failed, notExecuted } = state.checks;
  const row = (name: string, weight: number, value: number, why: string): string =>
    `| ${name} | ${Math.round(weight * 100)} % | ${value.toFixed(2)} | ${why} |`;
  const used = USERS[state.dependents] ?? `${state.dependents} others need it`;
  return [
    `<details><summary>How sure I am: ${Math.round(confidence.score * 100)} %</summary>`,
    '',
    '| part | counts | score | because |',
    '|---|---|---|---|',
    row(
      'checks',
      CONFIDENCE_WEIGHTS.validation,
      parts.validation,
      `${passed} passed, ${failed} failed, ${notExecuted} did not run`,
    ),
    row('attempts', CONFIDENCE_WEIGHTS.attempts, parts.attempts, `${state.attempts} made`),
    row('size', CONFIDENCE_WEIGHTS.complexity, parts.complexity, `${size.lines} lines, complexity ${size.complexity}`),
    row('use', CONFIDENCE_WEIGHTS.integration, parts.integration, used),
    '',
    ...(doubts.length === 0 ? [] : ['Of its atoms:', ...doubts.map((doubt) => `- ${inlineMarkdown(doubt)}`), '']),
    '</details>',
  ].join('\n');
}

function weakness({ state }: ReviewFacts): string {
  const { weakness: text = '' } = state;
  if (text === '') return '';
  const summary = '<details><summary>What its tests do not notice</summary>';
  return [summary, '', fence('text', text.slice(0, 2000)), '', '</details>'].join('\n');
}

function evidence({ state }: ReviewFacts): string {
  const { failure } = state;
  if (failure === null) return '';
  const text = failure.detail === '' ? failure.message : `${failure.message}\n\n${failure.detail}`;
  const place = failure.file === null ? '' : `${failure.file}${failure.line === null ? '' : `:${failure.line}`}`;
  return [
    `<details><summary>What failed last: the ${inlineHtml(failure.check)} check${place === '' ? '' : `, ${inlineHtml(place, 200)}`}</summary>`,
    '',
    fence('text', text.slice(0, 4000)),
    '',
    '</details>',
  ].join('\n');
}

/** The best text there is, ready to be taken with one click: only where the lines are the symbol's own. */
function suggestion(facts: ReviewFacts): string {
  const { newest, branch } = facts;
  if (newest === null || !newest.alone || !branch.alone || newest.text === branch.text) return '';
  if (newest.text.length > LONGEST_SUGGESTION) return '';
  if (breaksTheBuild(facts)) return `The last attempt (it does **not** build as it is):\n\n${fence('', newest.text)}`;
  return `The last attempt, to start from (it did **not** pass):\n\n${fence('suggestion', newest.text)}`;
}

/** A text that does not parse or type-check cannot be taken as it is: every commit of the branch type-checks. */
function breaksTheBuild({ state }: ReviewFacts): boolean {
  return state.failure !== null && ['syntax', 'types', 'interface'].includes(state.failure.check);
}

function acceptance(facts: ReviewFacts, flagged: boolean): string {
  if (!flagged) return 'Fine as it is';
  return breaksTheBuild(facts) || facts.newest === null ? 'Leave the stub' : 'Take the last attempt';
}
