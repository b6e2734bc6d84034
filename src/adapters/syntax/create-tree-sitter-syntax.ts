import { createRequire } from 'node:module';
import { Language as ParserLanguage, Parser } from 'web-tree-sitter';
import { compileGrammar } from '#adapters/syntax/compile-grammar.ts';
import { flattenTree } from '#adapters/syntax/flatten-tree.ts';
import { startParser } from '#adapters/syntax/parser-module.ts';
import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { allLanguages } from '#adapters/syntax/languages/all-languages.ts';
import { extensionOf, type Language } from '#domain/atom/language.ts';
import type { Grammar } from '#domain/atom/syntax-tree.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Syntax } from '#ports/syntax.ts';

interface LoadedLanguage {
  readonly language: Language;
  readonly parser: ParserLanguage;
  readonly grammar: Grammar;
}

/** Loads the parser and all grammars (about 0.1 s). Throws MgeError `syntax-unavailable` when one cannot be loaded. */
export async function createTreeSitterSyntax(): Promise<Syntax> {
  const loaded = await loadLanguages();
  const parser = new Parser();
  const languageOf = (path: string): Language | null => loaded.byExtension.get(extensionOf(path))?.language ?? null;
  return {
    languageOf,
    parse(file) {
      const language = loaded.byExtension.get(extensionOf(file.path));
      if (language === undefined)
        throw unavailable(`No grammar reads ${extensionOf(file.path) || 'files without ending'}`);
      parser.setLanguage(language.parser);
      const tree = parser.parse(file.text);
      if (tree === null) throw unavailable('The parser gave no tree');
      try {
        return flattenTree(tree, file, language.language, language.grammar);
      } finally {
        tree.delete();
      }
    },
  };
}

async function loadLanguages(): Promise<{ byExtension: ReadonlyMap<string, LoadedLanguage> }> {
  const byExtension = new Map<string, LoadedLanguage>();
  try {
    await startParser();
    for (const definition of allLanguages) {
      const language = await loadLanguage(definition);
      for (const extension of definition.extensions) byExtension.set(extension, language);
    }
  } catch (cause) {
    throw unavailable('The grammars could not be loaded', cause);
  }
  return { byExtension };
}

async function loadLanguage(definition: LanguageDefinition): Promise<LoadedLanguage> {
  const path = createRequire(import.meta.url).resolve(definition.grammar);
  const parser = await ParserLanguage.load(path);
  return { language: definition.language, parser, grammar: compileGrammar(parser, definition.rules) };
}

function unavailable(message: string, cause?: unknown): MgeError {
  return new MgeError(message, {
    code: 'syntax-unavailable',
    retry: 'give-up',
    nextStep: 'Install the dependencies again, and check that the file is in a supported language.',
    cause,
  });
}
