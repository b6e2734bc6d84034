import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import type { EdgeKind } from '#domain/graph/dependency-graph.ts';
import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { CommonExports } from '#engine/dependencies/flow/common-exports.ts';
import type { Answers } from '#engine/dependencies/values/create-answers.ts';
import type { AssignmentGraph } from '#engine/dependencies/values/create-assignment-graph.ts';
import type { EdgeRecorder } from '#engine/dependencies/project/create-edge-recorder.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import type { PairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** Something that could not be found, at its place. */
export interface Unresolved {
  readonly site: Site;
  readonly name: string;
  readonly kind: EdgeKind;
}

/** What the source of an import means. */
export type ImportTarget = { readonly file: number } | { readonly external: string };

/** A call whose callee may turn out to be nothing that is known. */
export interface CallRecord {
  readonly site: Site;
  readonly callee: Variable;
}

/** The order of a class and its ancestors, with how many classes, of how many values, its bases were when it was found. */
export interface ClassOrder {
  readonly order: readonly ValueId[];
  readonly bases: number;
  readonly held: number;
}

/** Work put off until the first fixed point; from then on it is done at once. */
export interface Later {
  run(work: () => void): void;
  /** Does what was put off, and says whether there was any. */
  release(): boolean;
}

/** Members by what they were asked of. */
export interface KnownAnswers {
  /** All that an instance has, itself or from its class. */
  readonly ofInstances: Answers;
  /** Objects and proxies: what they have, themselves or from their parents. */
  readonly ofObjects: Answers;
  /** Classes, by the number of the pair of the way to ask and the receiver. */
  readonly ofClasses: Answers;
  readonly receivers: PairNumbering;
}

/** All that the analysis of a project shares. */
export interface ProjectModel {
  readonly graph: AssignmentGraph;
  readonly files: readonly FileModel[];
  /** All symbols of all files; a file's begin at its `firstSymbol`. */
  readonly symbols: readonly SymbolFacts[];
  readonly edges: EdgeRecorder;
  readonly calls: CallRecord[];
  readonly classOrders: Map<ValueId, ClassOrder>;
  /** Class → those that come from it, once all are known. */
  readonly heirs: Map<ValueId, readonly ValueId[]>;
  /** Classes and the variables of the object that their methods see. */
  readonly classes: Map<ValueId, Variable>;
  /** Classes of which the project makes objects. */
  readonly constructed: Set<ValueId>;
  /** What CommonJS files give, by the number of the file. */
  readonly commonExports: Map<number, CommonExports>;
  /** What was asked before of values by name. */
  readonly answers: KnownAnswers;
  /** Modules of folders without a file of their own (Python), by the dotted name that an import writes. */
  readonly parts: Map<string, number>;
  readonly functionAttributes: Map<ValueId, Map<string, Variable>>;
  /** Names of attributes that run a function when they are read or written. */
  readonly accessors: ReadonlySet<string>;
  /** Methods that the languages call by themselves and that something may have. */
  readonly givenMethods: ReadonlySet<string>;
  /** Whether any name may be one of those. */
  readonly describesAny: boolean;
  /** Whether a proxy may be made somewhere. */
  readonly hasProxies: boolean;
  /** Work for after the values that names and classes have are known: what depends on something *not* being there. */
  readonly later: Later;
  /** Work for after that: what depends on nothing of what a variable holds having something. */
  readonly atLast: Later;
  /** The file of a package's submodule, or null. */
  submodule(of: FileModel, name: string): number | null;
  /** The other files of a file's package, where a folder is one. */
  neighbours(of: FileModel): readonly number[];
  /** The file that an import means; an external name; or null when it should be in the project but is not. */
  resolveImport(from: FileModel, source: string): ImportTarget | null;
}
