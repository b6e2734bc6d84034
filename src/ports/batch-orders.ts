/** Which Message Batch will hold the answer to a request: kept, so that a request is ordered and paid once. */
export interface BatchOrders {
  /** The requests are in this batch. */
  remember(batchId: string, requestHashes: readonly string[]): Promise<void>;
  /** The batch that a request is in. */
  find(requestHash: string): Promise<string | null>;
  /** The batch gave no answer to the request: it may be ordered again. */
  forget(requestHash: string): Promise<void>;
}
