/** Where a symbol stands in a file: its lines, and their whole text. */
export interface BranchPlace {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
  /** False when other code shares its first or last line: then the lines cannot be replaced as a whole. */
  readonly alone: boolean;
}
