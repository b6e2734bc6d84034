import { languageOf } from '#adapters/syntax/language-of.ts';
import type { Language } from '#domain/atom/language.ts';
import { findSources } from '#main/commands/find-sources.ts';

/** The source files that the paths of a command line mean. */
export interface Sources {
  readonly root: string;
  readonly files: readonly string[];
  /** The languages that they are in. */
  readonly languages: Language[];
}

/** Finds the files; what is not there, or in no known language, is told on stderr and left out. */
export async function readSources(paths: readonly string[]): Promise<Sources> {
  const found = await findSources(paths, (path) => languageOf(path) !== null);
  for (const path of found.missing) console.error(`mge: ${path}: nothing there`);
  const languages = new Set<Language>();
  const files = found.files.filter((path) => {
    const language = languageOf(path);
    if (language === null) console.error(`mge: ${path}: its language is not known`);
    else languages.add(language);
    return language !== null;
  });
  return { root: found.root, files, languages: [...languages] };
}
