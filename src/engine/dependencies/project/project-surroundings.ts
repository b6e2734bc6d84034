import { accessorNames } from '#engine/dependencies/members/accessors.ts';
import type { FileLookup } from '#engine/dependencies/project/create-file-lookup.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';

/** What a part of a project needs to know of the whole. */
export interface ProjectSurroundings {
  /** All files, in their order. */
  readonly paths: readonly string[];
  /** How they find each other. */
  readonly lookup: FileLookup;
  /** Names of attributes that run a function when they are read or written. */
  readonly accessors: ReadonlySet<string>;
  /** What the symbols are called. */
  readonly names: ReadonlySet<string>;
}

export function surroundingsOf(files: readonly FileFacts[], lookup: FileLookup): ProjectSurroundings {
  return {
    paths: files.map(({ tree }) => tree.path),
    lookup,
    accessors: accessorNames(files),
    names: new Set(files.flatMap(({ symbols }) => symbols.symbols.map(({ facts }) => facts.name))),
  };
}
