import type { KindFlag } from '#domain/atom/kind-flags.ts';
import type { NameUseWord } from '#domain/atom/name-use.ts';
import type { MutationRules } from '#domain/atom/mutation-rules.ts';
import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { BranchShape, ValueSort, WrittenTest } from '#domain/atom/written-test.ts';

/** How expressions are built, for the assignment graph: node kind → the fields that matter. */
export interface ExpressionKinds {
  readonly call: Readonly<Record<string, { readonly callee: string; readonly args: string }>>;
  readonly member: Readonly<Record<string, { readonly object: string; readonly name: string }>>;
  readonly item: Readonly<Record<string, { readonly object: string }>>;
  readonly assign: Readonly<Record<string, { readonly target: string; readonly value: string }>>;
  /** Kinds whose value may be that of any of these fields ('' = any named child) or, as a number, parts. */
  readonly choice: Readonly<Record<string, readonly (string | number)[]>>;
  /** Constructs of which a part runs only when a condition holds. */
  readonly branch: Readonly<Record<string, BranchShape>>;
  /** Statements after which the next one is not reached. */
  readonly exits: readonly string[];
  /** Expressions that say of which type another one is. */
  readonly casts: readonly string[];
  /** Loops: the target takes the elements of the value. */
  readonly iterate: Readonly<Record<string, { readonly target: string; readonly value: string }>>;
  /** Whether `object["name"]` is `object.name`. */
  readonly itemsAreMembers: boolean;
  /** Targets that take a value apart by position. */
  readonly positional: readonly string[];
  /** Targets that take a value apart by name. */
  readonly keyed: readonly string[];
  readonly container: readonly string[];
  readonly returns: readonly string[];
  readonly yields: readonly string[];
  readonly spread: readonly string[];
  /** Literals that may be keys, with the name of their type: what they are is followed. */
  readonly literal: Readonly<Record<string, string>>;
  /** Names of the types of containers, where a member of one is a method of the language and no element. */
  readonly containerType: Readonly<Record<string, string>>;
  /** Name of a function or method of the language or its library → the type that it gives back: see `putTyped`. */
  readonly resultTypes: Readonly<Record<string, string>>;
  /** Type of the language → its methods. */
  readonly typeMethods: Readonly<Record<string, ReadonlySet<string>>>;
  /** Type of the language → its methods that call functions that they are given; of a type that is not named here, any may. */
  readonly callers: Readonly<Record<string, ReadonlySet<string>>>;
  /** Operators on values of which the first says what comes out. */
  readonly operator: readonly string[];
  /** Operators that make texts or numbers of objects; `number`, `sum` and `text` say among the protocols by which methods. */
  readonly converts: readonly string[];
  /** Operator, function or form of the language → the methods that it calls on an object, the first that there is. */
  readonly protocols: Readonly<Record<string, readonly string[]>>;
  /** Names of functions of the language and its library that look at functions or keep them, and never call them. */
  readonly lookers: RegExp;
  /** Name of a function of the language → the position of the first argument that it may call, where that is not the first. */
  readonly firstCallback: Readonly<Record<string, number>>;
  /** Methods of emitters that keep a function for the event that comes first, and those that call what is kept for it. */
  readonly listeners?: { readonly add: ReadonlySet<string>; readonly call: ReadonlySet<string> };
  /** A range of positions as a key. */
  readonly slice: readonly string[];
  /** Statements that take an item out of its container. */
  readonly deletes: readonly string[];
  /** Statements that make an instance of a class that they are given. */
  readonly raises: readonly string[];
  /** Blocks whose exported names are members of their own name. */
  readonly namespace: readonly string[];
  /** Types that are declared: of members, or standing for another. */
  readonly types: readonly string[];
  /** Words for the object itself and for its class's parent. */
  readonly receiver: readonly string[];
  readonly parent: readonly string[];
}

/**
 * Which arguments a parameter takes: one by its position (or name), one by its name only, all further ones by position
 * (`*args`, `...rest`), all further ones by name (`**kwargs`).
 */
export type ParameterTakes = 'position' | 'name' | 'positions' | 'names';

/** A parameter of a function: the target that takes the argument, its type, how it takes. */
export interface ParameterFact {
  readonly target: number;
  readonly type: number;
  readonly takes: ParameterTakes;
}

/** A type of functions in an annotation: written down, or its name; `isElement`: what is annotated is a list of such functions. */
export interface SignatureFact {
  readonly node: number;
  readonly isName: boolean;
  readonly isElement: boolean;
}

/** Readers of the places where the syntax of functions and classes differs between languages. Nodes; -1 for none. */
export interface FlowRules {
  readonly parametersOf: (tree: SyntaxTree, functionNode: number) => readonly ParameterFact[];
  readonly basesOf: (tree: SyntaxTree, classNode: number) => readonly number[];
  /** The names (or paths, or texts of names) of the classes that a type annotation means, through `Promise<…>`, `| null` and the like. */
  readonly namedTypes: (tree: SyntaxTree, annotation: number) => readonly number[];
  /** Whether an object fits a type that has what the type asks for, wherever it comes from. */
  readonly typesGoByShape: boolean;
  /** Whether an annotation fits the objects of no other type than the one that it names; left out where that is not told. */
  readonly exactType?: (tree: SyntaxTree, annotation: number) => boolean;
  /** The types of functions that an annotation may mean; left out where annotations name none. */
  readonly signaturesOf?: (tree: SyntaxTree, annotation: number) => readonly SignatureFact[];
  readonly decoratorsOf: (tree: SyntaxTree, definition: number) => readonly number[];
  /** Whether a function runs when an attribute of its name is read (`get`) or written (`set`). */
  readonly accessorOf: (tree: SyntaxTree, functionNode: number) => 'get' | 'set' | null;
  /** What a method's first parameter is given: the object, its class, or nothing. */
  readonly bindingOf: (tree: SyntaxTree, functionNode: number) => 'self' | 'class' | 'none';
  /** The identifier of the class that a method written outside of it belongs to. */
  readonly receiverOf?: (tree: SyntaxTree, functionNode: number) => number;
  /** The fields that a type declares, where it has no body of members. */
  readonly fieldsOf?: (
    tree: SyntaxTree,
    classNode: number,
  ) => readonly { readonly name: string; readonly type: number }[];
  /** What an expression says of a value when it counts as true; null when nothing is known of that. */
  readonly testOf?: (tree: SyntaxTree, node: number) => WrittenTest | null;
  /** What a declared type lets through, when it is no class: sorts of values; null for anything. */
  readonly sortsOf?: (tree: SyntaxTree, annotation: number) => readonly ValueSort[] | null;
  /** The class that a function tells of its argument when it gives true (`value is Class`); -1 for none. */
  readonly toldTypeOf?: (tree: SyntaxTree, functionNode: number) => number;
  /** The annotation of what a function gives back, where it is no field `return_type`. */
  readonly resultOf?: (tree: SyntaxTree, functionNode: number) => number;
}

/** One language, as data and a few readers of its syntax; everything else is shared. */
export interface LanguageRules {
  readonly lineComment: string;
  readonly flags: Readonly<Partial<Record<KindFlag, readonly string[]>>>;
  /** `kind.field` or `kind` (any field not named) → how a name there is used. */
  readonly uses: Readonly<Record<string, NameUseWord>>;
  readonly expressions: ExpressionKinds;
  readonly flow: FlowRules;
  readonly builtins: ReadonlySet<string>;
  /** Decision points that this node adds, for kinds flagged `decision`. */
  readonly decisionsAt: (tree: SyntaxTree, node: number) => number;
  /** What a statement or class member defines; empty when nothing. */
  readonly definitionsAt: (tree: SyntaxTree, statement: number) => readonly Definition[];
  /** Whether a function is only the scope of a file's own code: what it declares stands as if at the top of the file. */
  readonly isWrapper?: (tree: SyntaxTree, functionNode: number) => boolean;
  readonly importsAt: (tree: SyntaxTree, statement: number) => readonly ImportFact[];
  /** Names that the module gives to others apart from its definitions' own: exported name → name inside. */
  readonly exportAliases: (tree: SyntaxTree) => ReadonlyMap<string, string>;
  /**
   * The name of a function or class inside a symbol, null when it has none (a lambda). A language without this reader shows
   * inner functions as part of the symbol around them.
   */
  readonly innerName?: (tree: SyntaxTree, node: number) => string | null;
  /** What can be made wrong on purpose, to see whether tests notice; a language without it has no mutants. */
  readonly mutations?: MutationRules;
  /** The files of a folder see each other's names (a package). */
  readonly sharesFolder?: boolean;
  /** Files that neither import nor export are no modules: their top-level names are everybody's on the page. */
  readonly hasScripts?: boolean;
  /** The statement text that keeps a symbol from working: throws, naming the symbol. */
  readonly notGenerated: (symbol: string) => string;
}
