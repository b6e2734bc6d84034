/** Links between things with numbers below `count`: one from `from[n]` to `to[n]`. */
export interface Links {
  readonly count: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}
