export interface SettingsProblem {
  /** 1-based, or null when no line is to blame. */
  readonly line: number | null;
  /** One sentence of Markdown. */
  readonly text: string;
}
