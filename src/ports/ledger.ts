/** A finished or running model call, as booked. */
export interface ModelCall {
  /** SHA-256 of run, model, effort, prompt and schema: the same request is paid once. */
  readonly requestHash: string;
  readonly run: string;
  readonly stage: string;
  readonly subject: string;
  readonly attempt: number;
  readonly model: string;
  readonly response: string;
  readonly stopReason: string;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheWrite: number;
  };
  readonly costUsd: number;
}

export interface Spending {
  readonly usd: number;
  readonly calls: number;
  readonly byStage: Readonly<Record<string, { readonly usd: number; readonly calls: number; readonly tokens: number }>>;
}

/** `over-cap`: spent + reserved + this would pass the cap. `run-over`: the run has ended, mostly because it was cancelled. */
export type Reserved = 'granted' | 'over-cap' | 'run-over';

/** The money. A reservation counts as spent until it is settled or released, or for hours when its process died. */
export interface Ledger {
  find(requestHash: string): Promise<ModelCall | null>;
  /** Reserves the worst case of a call, unless it is refused. */
  reserve(run: string, requestHash: string, worstCaseUsd: number, capUsd: number): Promise<Reserved>;
  /** Books a finished call and drops its reservation, in one transaction. */
  settle(call: ModelCall): Promise<void>;
  release(requestHash: string): Promise<void>;
  spending(run: string): Promise<Spending>;
}
