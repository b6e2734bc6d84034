/** How an identifier is used at its place; also what a parent says of a child in one of its fields. */
export const nameUse = {
  /** Nothing said: an ordinary read. */
  read: 0,
  /** As the parent is used (patterns). */
  inherit: 1,
  /** Declares or (Python) assigns a name of the current scope. */
  bind: 2,
  /** Declares a name of the scope around the construct (the name of a function or class). */
  bindOuter: 3,
  /** Declares a name of the nearest function (`var`). */
  bindHoisted: 4,
  /** Assigns to a name declared elsewhere. */
  write: 5,
  /** Reads and assigns (`+=`, `++`). */
  update: 6,
  type: 7,
  /** Not a name in scope: property, keyword, label. */
  skip: 8,
  /** `global x`, `nonlocal x`: the name is one of an outer scope. */
  outer: 9,
  /** A type parameter or another name that only lives in types. */
  bindType: 10,
  /** A JSX tag: a name only when it begins with a capital. */
  tag: 11,
} as const;

export type NameUseWord = keyof typeof nameUse;
