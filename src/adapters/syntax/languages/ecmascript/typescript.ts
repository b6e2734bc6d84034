import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { ecmascriptRules } from '#adapters/syntax/languages/ecmascript/ecmascript-rules.ts';

export const typescript: LanguageDefinition = {
  language: 'typescript',
  grammar: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  extensions: ['.ts', '.mts', '.cts'],
  rules: ecmascriptRules,
};
