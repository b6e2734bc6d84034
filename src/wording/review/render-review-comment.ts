import { symbolPath } from '#domain/build/symbol-path.ts';
import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { CONFIDENCE_WEIGHTS } from '#domain/review/confidence.ts';
import { fence } from '#domain/review/fence.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';

const LONGEST_SUGGESTION = 20_000;
const USERS = ['nothing else needs it', 'one other needs it'];

/** One question to a reviewer about one symbol, as Markdown. */
export function renderReviewComment(facts: ReviewFacts): string {
  const flagged = facts.state.progress === 'flagged';
  return [
    headline(facts, flagged),
    contractText(facts),
    reasons(facts),
    evidence(facts),
    flagged ? suggestion(facts) : '',
    actions(flagged, breaksTheBuild(facts)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headline({ symbol, state, confidence }: ReviewFacts, flagged: boolean): string {
  const name = codeSpan(symbolPath(symbol));
  const tries = state.attempts === 1 ? 'its only attempt' : `all ${state.attempts} attempts`;
  return flagged
    ? `**${name} needs you.** It failed ${tries}, so a stub stands here that throws when it is called.`
    : `**Please look at ${name}.** MGE is ${Math.round(confidence.score * 100)} % sure of it, among the lowest in this change.`;
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
    `<details><summary>Why MGE is unsure: ${confidence.score.toFixed(2)} of 1</summary>`,
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

function evidence({ state }: ReviewFacts): string {
  const { failure } = state;
  if (failure === null) return '';
  const text = failure.detail === '' ? failure.message : `${failure.message}\n\n${failure.detail}`;
  const place = failure.file === null ? '' : `${failure.file}${failure.line === null ? '' : `:${failure.line}`}`;
  return [
    `<details><summary>What failed last: the ${inlineMarkdown(failure.check)} check${place === '' ? '' : `, ${inlineMarkdown(place, 200)}`}</summary>`,
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

function actions(flagged: boolean, broken: boolean): string {
  return [acceptance(flagged, broken), ...FURTHER_ACTIONS].map((action) => `- ${action}`).join('\n');
}

function acceptance(flagged: boolean, broken: boolean): string {
  if (!flagged) return '**fine as it is**: resolve this thread, or reply `/mge approve`';
  if (broken) return '**leave the stub for now**: resolve this thread, or reply `/mge approve`';
  return '**take the last attempt as it is**: reply `/mge approve`, or resolve this thread';
}

const FURTHER_ACTIONS = [
  '**change it yourself**: edit it on the branch, or apply a suggestion',
  '**have it written anew**: reply `/mge regenerate` and say what to change',
];
