import type { Language as ParserLanguage } from 'web-tree-sitter';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { LanguageRules } from '#domain/atom/language-rules.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { Grammar } from '#domain/atom/syntax-tree.ts';
import { typedEntries } from '#adapters/syntax/typed-entries.ts';

/**
 * Turns the words of a language's rules into tables by numeric kind, so that a walk needs no strings.
 * The last kind, one past the grammar's own, stands for what could not be read (`ERROR`).
 */
export function compileGrammar(parserLanguage: ParserLanguage, rules: LanguageRules): Grammar {
  const kindNames: string[] = [];
  for (let kind = 0; kind < parserLanguage.nodeTypeCount; kind += 1)
    kindNames.push(parserLanguage.nodeTypeForId(kind) ?? '');
  kindNames.push('ERROR');
  const fieldNames = parserLanguage.fields.map((name) => name ?? '');
  return {
    rules,
    kindNames,
    flags: compileFlags(parserLanguage, rules, kindNames),
    fields: new Map(fieldNames.map((name, field) => [name, field])),
    uses: compileUses(rules, kindNames, fieldNames),
    fieldCount: fieldNames.length,
  };
}

function compileFlags(parserLanguage: ParserLanguage, rules: LanguageRules, kindNames: readonly string[]): Uint32Array {
  const flags = new Uint32Array(kindNames.length);
  const byName = new Map<string, number>();
  for (const [flag, kinds] of typedEntries(rules.flags))
    for (const kind of kinds ?? []) byName.set(kind, (byName.get(kind) ?? 0) | kindFlags[flag]);
  kindNames.forEach((name, kind) => {
    const named = kind === kindNames.length - 1 || parserLanguage.nodeTypeIsNamed(kind);
    flags[kind] = named ? (byName.get(name) ?? 0) | kindFlags.named : 0;
  });
  flags[kindNames.length - 1] = kindFlags.named | kindFlags.error;
  return flags;
}

function compileUses(rules: LanguageRules, kindNames: readonly string[], fieldNames: readonly string[]): Uint8Array {
  const uses = new Uint8Array(kindNames.length * fieldNames.length);
  kindNames.forEach((kind, kindNumber) => {
    fieldNames.forEach((field, fieldNumber) => {
      const word = rules.uses[`${kind}.${field}`] ?? rules.uses[kind];
      if (word !== undefined) uses[kindNumber * fieldNames.length + fieldNumber] = nameUse[word];
    });
  });
  return uses;
}
