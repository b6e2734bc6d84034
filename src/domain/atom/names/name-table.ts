/** A name declared in a scope. */
export interface Binding {
  readonly name: string;
  readonly scope: number;
  /** The identifier that declared it first. */
  readonly node: number;
}

export interface Scope {
  readonly node: number;
  readonly parent: number;
  names: ReadonlyMap<string, number>;
  /** Nested functions do not see its names (a Python class body). */
  readonly hidden: boolean;
  readonly isFunction: boolean;
  /** Names declared `global` or `nonlocal` here → the scope they belong to. */
  outer: ReadonlyMap<string, number>;
}

/** What most scopes declare. */
export const noNames: ReadonlyMap<string, number> = new Map();

/** Every identifier of a file, in the order of the text, with what it is bound to. */
export interface NameTable {
  readonly scopes: readonly Scope[];
  readonly bindings: readonly Binding[];
  readonly nodes: Int32Array;
  /** `nameUse` of each. */
  readonly uses: Uint8Array;
  /** Index into bindings of each, -1 for names from outside the file. */
  readonly bound: Int32Array;
  /** The scope that each stands in. */
  readonly scopeOf: Int32Array;
  readonly texts: readonly string[];
}
