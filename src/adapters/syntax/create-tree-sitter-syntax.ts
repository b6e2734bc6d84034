import { createRequire } from 'node:module';
import { Language as ParserLanguage, Parser } from 'web-tree-sitter';
import { compileGrammar } from '#adapters/syntax/compile-grammar.ts';
import { flattenTree } from '#adapters/syntax/flatten-tree.ts';
import { openFile, type FileReader } from '#adapters/syntax/open-file.ts';
import { startParser } from '#adapters/syntax/parser-module.ts';
import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { allLanguages } from '#adapters/syntax/languages/all-languages.ts';
import { languageOf } from '#adapters/syntax/language-of.ts';
import { extensionOf, Language } from '#domain/atom/language.ts';
import type { Grammar } from '#domain/atom/syntax-tree.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { EditableSyntax } from '#ports/syntax.ts';

interface LoadedLanguage {
  readonly language: Language;
  readonly parser: ParserLanguage;
  readonly grammar: Grammar;
}

/** The tree-sitter adapter. Apart from parsing it gives the grammars that trees from other threads are put on. */
export interface TreeSitterSyntax extends EditableSyntax {
  /** The grammar of a loaded language. Throws MgeError for others. */
  readonly grammarOf: (language: Language) => Grammar;
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
  const readerOf = createReaderOf(new Parser(), (path) =>
    find(languageOf(path), extensionOf(path) || 'files without ending'),
  );
  return {
    languageOf,
    grammarOf: (language) => find(language, language).grammar,
    parse(file) {
      const { language, parse, grammar } = readerOf(file.path);
      const tree = parse(file.text, null);
      try {
        return flattenTree(tree, file, language, grammar);
      } finally {
        tree.delete();
      }
    },
    open: (file) => openFile(file, readerOf(file.path)),
  };
}

function createReaderOf(parser: Parser, find: (path: string) => LoadedLanguage): (path: string) => FileReader {
  return (path) => {
    const { language, grammar, parser: rules } = find(path);
    return {
      language,
      grammar,
      parse(text, before) {
        parser.setLanguage(rules);
        const tree = parser.parse(text, before);
        if (tree === null) throw unavailable('The parser gave no tree');
        return tree;
      },
    };
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
