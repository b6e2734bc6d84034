import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { goRules } from '#adapters/syntax/languages/go/go-rules.ts';

export const go: LanguageDefinition = {
  language: 'go',
  grammar: 'tree-sitter-go/tree-sitter-go.wasm',
  extensions: ['.go'],
  rules: goRules,
};
