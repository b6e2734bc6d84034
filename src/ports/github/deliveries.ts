/** The webhooks that GitHub sent to this app, or tried to. */
export interface Deliveries {
  /**
   * Has GitHub send again what did not arrive since a time (nothing of its GUID did, in any try). Answers how many. Sending
   * one twice is harmless: a delivery's GUID is the key of its event.
   */
  redeliverLost(since: Date): Promise<number>;
}
