/** One webhook on its way to the app, or kept after it. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  /** `X-GitHub-Event`. */
  readonly event: string;
  readonly action: string | null;
  /** The exact bytes that are signed. */
  readonly payload: string;
  /** When it was first sent, as GitHub writes times. */
  readonly at: string;
  /** Sent again because the app asked for it: under the GUID of the first. */
  readonly redelivery: boolean;
  status: 'waiting' | 'delivered' | 'failed' | 'dropped';
  attempts: number;
  /** HTTP status of the last answer; null when there was none. */
  responseStatus: number | null;
}
