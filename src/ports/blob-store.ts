/** Content-addressed texts: drafts, plans, analyses, atoms. */
export interface BlobStore {
  /** Stores a text; the answer is its SHA-256 in hex. Storing the same text again changes nothing. */
  put(text: string): Promise<string>;
  /** The text of a hash. Throws `internal` when it is unknown. */
  get(hash: string): Promise<string>;
}
