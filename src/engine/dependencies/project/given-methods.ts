import type { ExpressionKinds } from '#domain/atom/language-rules.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { oncePer } from '#engine/dependencies/project/once-per.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** Texts that may be put together to any name of that form: `f'__{name}__'`. */
const anyName = /__(?:[{%]|["'`]\s*[+%])/u;

/**
 * The methods that a language calls by itself (`__add__`, `valueOf`) and that some file may give to something: only these are
 * worth asking objects for. Told by words of the texts, rather too many than too few: a name behind a dot that is not assigned to is only
 * asked for.
 */
export function givenMethods(files: readonly FileFacts[]): ReadonlySet<string> {
  const given = new Set<string>();
  for (const { tree } of files) for (const name of givenIn(tree)) given.add(name);
  return given;
}

/** The methods that an operator, form or function asks objects for, of those that something may have. */
export function protocolMethods(
  { givenMethods: given }: ProjectModel,
  name: string,
  { file }: Site,
): readonly string[] {
  const asked = file.tree.grammar.rules.expressions.protocols[name] ?? [];
  return asked.filter((method) => given.has(method));
}

const givenIn = oncePer((tree: SyntaxTree): ReadonlySet<string> => {
  const { words, bracketed, all } = methodsOf(tree.grammar.rules.expressions.protocols);
  const given = new Set<string>();
  if (anyName.test(tree.text)) for (const name of all) given.add(name);
  for (const { 0: name, index } of words === null ? [] : tree.text.matchAll(words))
    if (!given.has(name) && !isOnlyRead(tree.text, index, index + name.length)) given.add(name);
  for (const name of bracketed) if (tree.text.includes(name.slice(1, -1))) given.add(name);
  return given;
});

/** Whether a name in a text stands behind a dot, and nothing is assigned to it. */
function isOnlyRead(text: string, from: number, to: number): boolean {
  let before = from - 1;
  while (/\s/u.test(text.charAt(before))) before -= 1;
  if (text.charAt(before) !== '.') return false;
  assignment.lastIndex = to;
  return !assignment.test(text);
}

const assignment = /\s*=(?!=)/uy;

interface Methods {
  /** Finds plain names. */
  readonly words: RegExp | null;
  /** Names such as `[Symbol.iterator]`. */
  readonly bracketed: readonly string[];
  readonly all: readonly string[];
}

const methodsOf = oncePer((protocols: ExpressionKinds['protocols']): Methods => {
  const all = [...new Set(Object.values(protocols).flat())];
  const plain = all.filter((name) => !name.startsWith('['));
  const words = plain.length === 0 ? null : new RegExp(`\\b(?:${plain.join('|')})\\b`, 'gu');
  return { words, bracketed: all.filter((name) => name.startsWith('[')), all };
});
