/**
 * One name that an import (or a re-export) brings in. `source` is the module as written (`./x.ts`, `..pkg.mod`, `os.path`).
 * `imported`: a name of it, `*` = the module itself, `**` = all its names. `local`: the name here (null: only re-exported).
 * `exportedAs`: the name it is given on under, when it is re-exported at once.
 */
export interface ImportFact {
  readonly source: string;
  readonly imported: string;
  readonly local: string | null;
  readonly exportedAs: string | null;
  readonly typeOnly: boolean;
  readonly node: number;
}
