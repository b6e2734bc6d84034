/** How the stub of a definition is placed: the range of the file it replaces, and what stands around the throw. */
export interface StubPlace {
  readonly start: number;
  readonly end: number;
  /** Text before and after the throwing statement. */
  readonly before: string;
  readonly after: string;
}

/** What a statement or a class member defines, as a language's rules read it. Nodes are indices of the tree. */
export interface Definition {
  readonly kind: 'function' | 'method' | 'class' | 'declaration';
  readonly name: string;
  /** The class that it belongs to, when it stands outside of it. */
  readonly owner?: string;
  /** The whole construct with decorators and `export`. */
  readonly node: number;
  /** The function, class or value node itself. */
  readonly value: number;
  /** The block with the body (a class body, a function's block), or -1. */
  readonly body: number;
  /** Offset at which the signature ends (the body begins). */
  readonly headerEnd: number;
  readonly exported: boolean;
  readonly returnTypeKnown: boolean;
  readonly stub: StubPlace | null;
}
