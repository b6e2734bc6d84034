/** What can be made wrong in one language on purpose, as data: the mutants of its tests' trial are made of it. */
export interface MutationRules {
  /** Expressions whose operator is a token of their own → nothing else is needed: their tokens are looked up in `operators`. */
  readonly operatorNodes: readonly string[];
  /** Operator → kind of the fault and the operators that may stand for it. */
  readonly operators: Readonly<Record<string, { readonly kind: MutationKind; readonly instead: readonly string[] }>>;
  /** Nodes that are whole numbers or fractions in decimal notation. */
  readonly numbers: readonly string[];
  /** Words that stand for each other: the truth values, `break` and `continue`. Node kind → text instead. */
  readonly words: Readonly<Record<string, { readonly kind: MutationKind; readonly instead: string }>>;
  /** Node kind with a condition → the field that it stands in. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Of these the branch is dropped as well: the condition never holds. */
  readonly branches: readonly string[];
  /** How a condition is turned round, and one that never holds. Given in parentheses where the language asks for them. */
  readonly negate: (condition: string) => string;
  readonly never: (condition: string) => string;
  /** Nodes that turn a value round, with one operand. */
  readonly negations: Readonly<Record<string, { readonly token: string; readonly operand: string }>>;
  readonly returns: readonly string[];
  /** The text of a `return` that gives nothing. */
  readonly emptyReturn: string;
  /** Statements that only call, or only assign to something that stands already, and what takes their place. */
  readonly statements: readonly string[];
  readonly removable: readonly string[];
  readonly emptyStatement: string;
  /** Text pieces inside strings; their parents' prefix and quotes stay. */
  readonly stringPieces: readonly string[];
  /** Node kinds below which nothing is touched: types, imports, doc comments, `raise`. */
  readonly untouched: readonly string[];
}

export type MutationKind =
  | 'arithmetic'
  | 'comparison'
  | 'boundary'
  | 'logic'
  | 'negated-condition'
  | 'dropped-branch'
  | 'wrong-number'
  | 'wrong-text'
  | 'wrong-word'
  | 'early-return'
  | 'removed-call'
  | 'removed-statement'
  | 'swapped-arguments'
  | 'removed-negation';
