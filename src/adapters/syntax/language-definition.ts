import type { LanguageRules } from '#domain/atom/language-rules.ts';
import type { Language } from '#domain/atom/language.ts';

/** A language folder's entry: its grammar file in an npm package, its file endings, its rules. */
export interface LanguageDefinition {
  readonly language: Language;
  readonly grammar: string;
  readonly extensions: readonly string[];
  readonly rules: LanguageRules;
}
