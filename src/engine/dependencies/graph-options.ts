export interface GraphOptions {
  readonly by: 'symbol' | 'atom';
  /** By symbol: functions and lambdas inside symbols are nodes of their own where the language names them (Python). */
  readonly nested?: boolean;
  /** A folder that the dotted ids leave out. */
  readonly root?: string;
}
