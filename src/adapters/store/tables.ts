import type { ColumnType, Generated } from 'kysely';
import type { Count, Document, MaybeTime, Time } from '#adapters/store/column-types.ts';
import type {
  GithubBlockTable,
  GithubRequestTable,
  GithubUsageTable,
  RepositorySetupTable,
} from '#adapters/store/github-tables.ts';

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

export interface ModelBatchTable {
  request_hash: string;
  batch_id: string;
  at: Time;
}

export interface ReservationTable {
  request_hash: string;
  run_id: string;
  usd: ColumnType<string, number, number>;
  at: Time;
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
  model_batch: ModelBatchTable;
  reservation: ReservationTable;
  pattern: PatternTable;
  repository_setup: RepositorySetupTable;
  github_request: GithubRequestTable;
  github_block: GithubBlockTable;
  github_usage: GithubUsageTable;
}
