import { createRequire } from 'node:module';
import { Language as ParserLanguage, Parser } from 'web-tree-sitter';
import { compileGrammar } from '#adapters/syntax/compile-grammar.ts';
import { flattenTree } from '#adapters/syntax/flatten-tree.ts';
import { startParser } from '#adapters/syntax/parser-module.ts';
import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { allLanguages } from '#adapters/syntax/languages/all-languages.ts';
import { languageOf } from '#adapters/syntax/language-of.ts';
import { extensionOf, Language } from '#domain/atom/language.ts';
import type { Grammar } from '#domain/atom/syntax-tree.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Syntax } from '#ports/syntax.ts';

interface LoadedLanguage {
  readonly language: Language;
  readonly parser: ParserLanguage;
  readonly grammar: Grammar;
}

/** The tree-sitter adapter. Apart from parsing it gives the grammars that trees from other threads are put on. */
export interface TreeSitterSyntax extends Syntax {
  /** The grammar of a loaded language. Throws MgeError for others. */
  grammarOf(language: Language): Grammar;
}

/**
 * Loads the parser and the grammars of the languages (all: about 0.1 s). Throws MgeError `syntax-unavailable` when one cannot
 * be loaded; so does `parse` for files of other languages.
 */
export async function createTreeSitterSyntax(
  languages: readonly Language[] = Language.options,
): Promise<TreeSitterSyntax> {
  const loaded = await loadLanguages(languages);
  const find = (language: Language | null, what: string): LoadedLanguage => {
    const found = loaded.find((each) => each.language === language);
    if (found === undefined) throw unavailable(`No grammar reads ${what}`);
    return found;
  };
  const parser = new Parser();
  return {
    languageOf,
    grammarOf: (language) => find(language, language).grammar,
    parse(file) {
      const {
        language,
        parser: rules,
        grammar,
      } = find(languageOf(file.path), extensionOf(file.path) || 'files without ending');
      parser.setLanguage(rules);
      const tree = parser.parse(file.text);
      if (tree === null) throw unavailable('The parser gave no tree');
      try {
        return flattenTree(tree, file, language, grammar);
      } finally {
        tree.delete();
      }
    },
  };
}

async function loadLanguages(languages: readonly Language[]): Promise<readonly LoadedLanguage[]> {
  try {
    await startParser();
    return await Promise.all(allLanguages.filter(({ language }) => languages.includes(language)).map(loadLanguage));
  } catch (cause) {
    throw unavailable('The grammars could not be loaded', cause);
  }
}

async function loadLanguage({ language, grammar, rules }: LanguageDefinition): Promise<LoadedLanguage> {
  const parser = await ParserLanguage.load(createRequire(import.meta.url).resolve(grammar));
  return { language, parser, grammar: compileGrammar(parser, rules) };
}

function unavailable(message: string, cause?: unknown): MgeError {
  return new MgeError(message, {
    code: 'syntax-unavailable',
    retry: 'give-up',
    nextStep: 'Install the dependencies again, and check that the file is in a supported language.',
    cause,
  });
}
