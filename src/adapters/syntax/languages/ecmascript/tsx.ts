import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { ecmascriptRules } from '#adapters/syntax/languages/ecmascript/ecmascript-rules.ts';

export const tsx: LanguageDefinition = {
  language: 'tsx',
  grammar: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
  extensions: ['.tsx'],
  rules: ecmascriptRules,
};
