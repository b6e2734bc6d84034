import type { ColumnType, Generated } from 'kysely';

/** A document in a `json` column: written as text, read as whatever the text says. Key order and NUL characters survive, unlike in jsonb. */
type Document = ColumnType<unknown, string, string>;
/** A `bigint` column: read as text. */
type Count = ColumnType<string | null, number | null, number | null>;
type Time = ColumnType<Date, Date, Date>;
type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface RunTable {
  id: string;
  version: number;
  owner: string;
  name: string;
  repository_id: Count;
  installation_id: Count;
  branch: string | null;
  pull_request: number | null;
  onboarding_pull_request: number | null;
  finished: boolean;
  state: Document;
  updated_at: Time;
}

export interface RunEventTable {
  seq: Generated<string>;
  key: string;
  run_id: string;
  event: Document;
  at: Time;
  applied_at: MaybeTime;
}

export interface OutboxTable {
  seq: Generated<string>;
  key: string;
  run_id: string;
  type: string;
  effect: Document;
  tries: Generated<number>;
  not_before: MaybeTime;
  relayed_at: MaybeTime;
  settled_at: MaybeTime;
  created_at: Time;
}

export interface BlobTable {
  hash: string;
  /** UTF-8; bytes, since a text column cannot hold NUL characters. */
  text: Uint8Array;
}

export interface ModelCallTable {
  request_hash: string;
  run_id: string;
  stage: string;
  subject: string;
  attempt: number;
  model: string;
  response: Document;
  stop_reason: string;
  input_tokens: number;
  output_tokens: number;
  cache_read_tokens: number;
  cache_write_tokens: number;
  cost_usd: ColumnType<string, number, number>;
  at: Time;
}

export interface ReservationTable {
  request_hash: string;
  run_id: string;
  usd: ColumnType<string, number, number>;
  at: Time;
}

/** Requests of the last hour, for GitHub's limits. */
export interface GithubRequestTable {
  installation: string;
  at: Time;
  creating: boolean;
}

export interface GithubBlockTable {
  installation: string;
  until: Time;
}

export interface GithubUsageTable {
  run_id: string;
  requests: number;
  creating: number;
}

export interface PatternTable {
  installation: number;
  key: string;
  learned: Document;
  at: Time;
}

/** The tables of MGE, all in the schema `mge`. */
export interface Database {
  run: RunTable;
  run_event: RunEventTable;
  outbox: OutboxTable;
  blob: BlobTable;
  model_call: ModelCallTable;
  reservation: ReservationTable;
  pattern: PatternTable;
  github_request: GithubRequestTable;
  github_block: GithubBlockTable;
  github_usage: GithubUsageTable;
}
