import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { PlacedFunction } from '#domain/comparison/overlay-versions.ts';
import { afterOf, hasFlag, kindName, parentOf, textOf } from '#domain/atom/tree-navigation.ts';

const MOST = 150;
/** What a sign after a backslash stands for, where it is not itself. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

/** What a function compares its inputs with: its texts, numbers, and the names of the members that it reads. */
export function literalsOf({ tree, node }: PlacedFunction): (string | number)[] {
  const { mutations } = tree.grammar.rules;
  const found = new Set<string | number>();
  for (let inner = node; inner < afterOf(tree, node); inner += 1) {
    const kind = kindName(tree, inner);
    const text = textOf(tree, inner);
    if (text.length > 40) continue;
    if (mutations?.stringPieces.includes(kind) === true) found.add(text);
    if (kind === 'escape_sequence') found.add(ESCAPES[text.slice(1)] ?? text.slice(1));
    if (mutations?.numbers.includes(kind) === true && Number.isFinite(Number(text))) found.add(Number(text));
    const isMember = hasFlag(tree, parentOf(tree, inner), kindFlags.member) || kind.startsWith('shorthand_property');
    if (isMember && /^(?:property_identifier|shorthand)/.test(kind)) found.add(text);
  }
  return [...found].slice(0, MOST);
}
