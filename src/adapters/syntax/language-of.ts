import { allLanguages } from '#adapters/syntax/languages/all-languages.ts';
import { extensionOf, type Language } from '#domain/atom/language.ts';

const byExtension = new Map(
  allLanguages.flatMap(({ language, extensions }) => extensions.map((extension) => [extension, language])),
);

/** The language of a path, by its ending; null when MGE does not know it. */
export function languageOf(path: string): Language | null {
  return byExtension.get(extensionOf(path)) ?? null;
}
