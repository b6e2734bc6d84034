/** A function whose versions can be compared: the outermost of its place, under the name that its file gives it. */
export interface FunctionSite {
  /** Dotted path inside the file: `Class.method`, `matcher.test`; `name#2` for a second one of that name. */
  readonly name: string;
  readonly node: number;
}
