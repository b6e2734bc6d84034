import { z } from 'zod';
import type { Contract } from '#domain/draft/draft.ts';
import { delimit } from '#domain/prompt/delimit.ts';
import { requestLine } from '#domain/prompt/request-line.ts';
import { joinSections, section } from '#domain/prompt/section.ts';
import { UNTRUSTED_RULE } from '#domain/prompt/untrusted-rule.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import { focusedContext } from '#engine/execution/regenerating/focused-context.ts';
import type { RegenerationFacts } from '#engine/execution/regenerating/regeneration-facts.ts';
import type { PromptBlock } from '#ports/language-model.ts';

/** The answer to a regeneration. */
export const RegeneratedAtom = z.object({
  text: z
    .string()
    .describe('the complete new text of the atom, header included, indented as if it stood at the left margin'),
  explanation: z.string().describe('one or two sentences: what was wrong and what the new text does about it'),
});
export type RegeneratedAtom = z.infer<typeof RegeneratedAtom>;

const SYSTEM = `You are a senior engineer who writes or repairs one small piece of a codebase at a time. The piece is called an atom:
mostly one function, method or declaration. Everything around it is settled and stays as it is.

Rules
- Answer with the complete new text of the atom: the whole function, method, class or declaration with its header, its
  decorators and its \`export\` where it has one; no surrounding code, no Markdown fence. Begin at the left margin; MGE indents it to its place.
- Keep the header exactly: name, parameters, types, return type, modifiers. Others call it as it is.
- Write nothing beside it: no new function, class or constant outside the atom, no new import. Use what the file imports
  and what is listed for you. Helpers go inside the atom.
- Do what the contract and the tests say, for every input they allow; never special-case the values of a test.
- Small and plain, within the lines and the complexity that are asked for; explicit types, no I/O, clock or randomness that the contract does not name.
- Write a comment only where the code cannot say why.

${UNTRUSTED_RULE}`;

export function regenerationSystem(): PromptBlock[] {
  return [{ text: SYSTEM, cache: '1h' }];
}

/** The user's side: first what surrounds the atom, then what is asked of it now. */
export function regenerationRequest(facts: RegenerationFacts, effect: EffectOf<'regenerate-atom'>): PromptBlock[] {
  const { symbol, atom, file, span, limits } = facts;
  const current = file.text.slice(span[0], span[1]);
  const ask = joinSections(
    `${requestLine('regenerate', symbol.id, effect.attempt)}\nWrite the atom \`${atom.id}\` (${atom.kind}, lines ${atom.startLine}–${atom.endLine} of ${file.path}) anew.`,
    section(
      'The header to keep',
      symbol.signature === '' ? '' : delimit('header', symbol.signature, { kind: 'code', limit: 4000 }),
    ),
    section('Its size', `At most ${limits.loc} lines of code, complexity at most ${limits.complexity}.`),
    section('Its contract', contractText(facts.contract)),
    section('Its text now', delimit('atom', current, { kind: 'code', limit: 30_000 })),
    effect.attempt === 1 ? 'The text is a first draft that nobody has tried: write it as well as you can.' : '',
    section('What failed', failureText(effect)),
    section('What its tests do not notice', weaknessText(facts.weakness)),
    section(
      'What the reviewer asks',
      effect.feedback === '' ? '' : delimit('feedback', effect.feedback, { kind: 'prose', limit: 6000 }),
    ),
    anotherApproach(effect),
  );
  return [{ text: focusedContext(facts.packed), cache: '5m' }, { text: ask }];
}

function contractText(contract: Contract | null): string {
  if (contract === null) return '';
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `${title}:\n${items.map((item) => `- ${item}`).join('\n')}`;
  const parts = [
    list('Before the call', contract.preconditions),
    list('After the call', contract.postconditions),
    list('Examples', contract.examples),
    contract.effects.length === 0 ? 'Pure: no effect but its result.' : list('May do', contract.effects),
  ];
  return delimit('contract', parts.filter((part) => part !== '').join('\n'), { kind: 'code', limit: 6000 });
}

function failureText({ failure }: EffectOf<'regenerate-atom'>): string {
  if (failure === null) return '';
  const place =
    failure.file === null ? '' : ` in ${failure.file}${failure.line === null ? '' : `, line ${failure.line}`}`;
  const evidence = delimit('evidence', `${failure.message}\n${failure.detail}`, { kind: 'code', limit: 6000 });
  return `The ${failure.check} check failed${place}:\n${evidence}\nFind the cause before you write; the fault may lie elsewhere in the atom than where it shows.`;
}

function weaknessText(weakness: string): string {
  if (weakness === '') return '';
  return `${delimit('weakness', weakness, { kind: 'code', limit: 2000 })}\nThe tests do not tell right from wrong there: do not rely on them, work these places out from the contract.`;
}

function anotherApproach({ attempt, failure }: EffectOf<'regenerate-atom'>): string {
  if (attempt < 3 || failure === null) return '';
  return 'Earlier attempts failed. Take another approach: do not mend the text above, think the problem through from the contract and write it differently.';
}
