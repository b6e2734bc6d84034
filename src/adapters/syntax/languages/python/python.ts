import type { LanguageDefinition } from '#adapters/syntax/language-definition.ts';
import { pythonRules } from '#adapters/syntax/languages/python/python-rules.ts';

export const python: LanguageDefinition = {
  language: 'python',
  grammar: 'tree-sitter-python/tree-sitter-python.wasm',
  extensions: ['.py', '.pyi'],
  rules: pythonRules,
};
