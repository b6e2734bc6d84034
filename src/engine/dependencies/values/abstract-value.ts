import type { ParameterTakes } from '#domain/atom/language-rules.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { CopyAt } from '#engine/dependencies/flow/copied-functions.ts';
import type { DependingResult } from '#engine/dependencies/flow/depending-results.ts';
import type { ValueTest } from '#engine/dependencies/flow/value-test.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** A variable of the assignment graph: what may a name, attribute, parameter or result be? */
export type Variable = number;

/** An entry of the value table. */
export type ValueId = number;

/** One number for two values, of which there are fewer than 2^26. */
export function pairKey(left: ValueId, right: ValueId): number {
  return left * 2 ** 26 + right;
}

/** Stands for `this` among the positions of parameters. */
export const receiverPosition = -1;

export interface Parameter {
  readonly name: string;
  readonly variable: Variable;
  /** What it holds where no argument says so: its default, an object of its type. */
  readonly fallback: Variable;
  /** Whether its default is written, and nothing (`None`). */
  readonly isNothingAtFirst: boolean;
  readonly takes: ParameterTakes;
  /** What its declared type says of its arguments. */
  readonly admits: ValueTest;
  /** The type of the container that it makes of what it takes, where the language has a name for it. */
  readonly container: string | undefined;
}

/** What a variable may hold. Symbols are indices over all files; a value without one (a lambda) belongs to its owner. */
export type AbstractValue =
  | {
      readonly kind: 'function';
      readonly symbol: number;
      /** Where it stands, when it is a lambda or a function inside the symbol: a call of it is no call of the symbol. */
      readonly inner: Site | null;
      readonly parameters: readonly Parameter[];
      readonly result: Variable;
      /** What it gives back as it was given: positions of parameters, {@link receiverPosition} for `this`, and when. No part of `result`. */
      readonly passes: ReadonlyMap<number, ValueTest>;
      /** What it gives back only where the parameter at a position holds nothing, or something. No part of `result`, either. */
      readonly depends: ReadonlyMap<number, Readonly<DependingResult>>;
      /** What it tells of its first argument when it gives true; null where that is not known. */
      readonly tells: ValueTest | null;
      /** What its first parameter is given when it is taken from an instance. */
      readonly binding: 'self' | 'class' | 'none';
      /** The variable of `this`, where the language has one. */
      readonly receiver: Variable;
      /** Runs when the attribute of its name is read or written. */
      readonly accessor: 'get' | 'set' | null;
      /** What runs instead at one place that calls it; null for a function that is one and the same everywhere. */
      readonly copyAt: CopyAt | null;
      /** Whether the object that it is taken from is its first argument. */
      readonly takesSelf: boolean;
    }
  | {
      readonly kind: 'class';
      /** Only declared: there are objects of it, but it makes none. */
      readonly isType: boolean;
      readonly symbol: number;
      /** Where it stands, when it is a class inside the symbol. */
      readonly inner: Site | null;
      readonly bases: Variable[];
      readonly attributes: Map<string, Variable>;
    }
  | {
      readonly kind: 'instance';
      readonly of: ValueId;
      readonly attributes: Map<string, Variable>;
      /** Attributes that are assigned to somewhere. */
      readonly stored: Set<string>;
    }
  | { readonly kind: 'module'; readonly file: number }
  /** A name outside the project. Members of what an outside class makes are named, but not followed further. */
  | { readonly kind: 'external'; readonly name: string; readonly role: 'name' | 'instance' | 'end' }
  | { readonly kind: 'bound'; readonly target: ValueId; readonly self: ValueId }
  /** A function, method or class with its first arguments; how many of these stand in each other. */
  | { readonly kind: 'partial'; readonly target: ValueId; readonly args: readonly Argument[]; readonly depth: number }
  /** What `new Proxy(target, handler)` makes: its members are those of the target, and functions of the handler run when something is done with it. */
  | {
      readonly kind: 'proxy';
      readonly target: Variable;
      readonly handler: Variable;
      readonly stored: Map<string, Variable>;
    }
  | { readonly kind: 'super'; readonly of: ValueId; readonly self: ValueId }
  /** A container or object literal: its elements by key. `length`: of a list whose elements are all known one by one. */
  | {
      readonly kind: 'object';
      readonly attributes: Map<string, Variable>;
      readonly length?: number;
      /** Whether it is written with functions, or names, as members: it does something, as a plugin does. */
      readonly acts?: boolean;
      /** The function whose objects take their attributes from this one. */
      readonly owner?: ValueId;
      /** The name of its type, where members are methods of the language. */
      readonly type?: string | undefined;
    }
  /** A method of the language, taken from a container or text of that type. */
  | { readonly kind: 'method'; readonly of: ValueId; readonly type: string; readonly name: string }
  /** A text or number that may be a key; null when it is not known, perhaps what it begins with is. */
  | { readonly kind: 'literal'; readonly key: string | null; readonly type: string; readonly prefix?: string };

export type FunctionValue = Extract<AbstractValue, { kind: 'function' }>;
