import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { ecmascriptRules } from '#adapters/syntax/languages/ecmascript/ecmascript-rules.ts';

export const javascript: LanguageDefinition = {
  language: 'javascript',
  grammar: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  extensions: ['.js', '.mjs', '.cjs', '.jsx'],
  rules: ecmascriptRules,
};
