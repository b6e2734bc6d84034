import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { DependingResult } from '#engine/dependencies/flow/depending-results.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { hasFlag } from '#domain/atom/tree-navigation.ts';
import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import type { NarrowedNames } from '#engine/dependencies/flow/narrowed-names.ts';
import type { ValueTest } from '#engine/dependencies/flow/value-test.ts';
import type { StraightCode } from '#engine/dependencies/flow/straight-code.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Nothing of interest: literals, types, statements. */
export const noVariable: Variable = -1;

/** What a function gives back as it was given: filled while its body is read. */
export interface Passing {
  /** Binding → position of the parameter, of those that nothing else is assigned to. */
  readonly positions: ReadonlyMap<number, number>;
  readonly hasReceiver: boolean;
  /** What the declared type of its result says. */
  readonly gives: ValueTest;
  /** Position → the conditions under which it is given back. */
  readonly passes: Map<number, ValueTest>;
  /** Position → what is given back only where the parameter holds nothing (`if f is None: return …`), or something. */
  readonly depends: Map<number, DependingResult>;
}

/** The function and class around a place. */
export interface Surroundings {
  readonly result: Variable;
  readonly passing: Passing;
  /** The variable of `this`, or -1. */
  readonly receiver: Variable;
  readonly classValue: ValueId | null;
  readonly straight: StraightCode;
  /** Binding → its variable, in a copy of a function; null elsewhere. */
  readonly own: ReadonlyMap<number, Variable> | null;
  /** Names of which conditions around the place say something; null for none. */
  readonly narrowed: NarrowedNames | null;
  /** Directly in a class body: functions here are its methods. */
  readonly isClassBody: boolean;
}

/** One file being read into the assignment graph. */
export interface FlowReader {
  readonly project: ProjectModel;
  readonly file: FileModel;
  readonly tree: SyntaxTree;
  readonly around: Surroundings;
  /** The variable that holds what a node evaluates to, or {@link noVariable}; its effects are entered into the graph. */
  read(node: number): Variable;
  inside(around: Surroundings): FlowReader;
  /** Reads something once more: what was read before does not count. */
  anew(around: Surroundings, read: (again: FlowReader) => void): void;
}

/** How one kind of node is read. */
export type Flow = (reader: FlowReader, node: number) => Variable;

/** Whether a node is an identifier. */
export function isName({ tree }: FlowReader, node: number): boolean {
  return node >= 0 && hasFlag(tree, node, kindFlags.identifier);
}

/** The binding that a name means; -1 for what is no name. */
export function bindingOf({ file }: Pick<FlowReader, 'file'>, node: number): number {
  return node < 0 ? -1 : (file.names.bound[file.nameAt[node] ?? -1] ?? -1);
}

/** The variable of a binding: of the copy of a function that is being read, or of the file. */
export function variableOf({ around, file }: FlowReader, binding: number): Variable {
  return around.own?.get(binding) ?? file.variables[binding] ?? noVariable;
}
