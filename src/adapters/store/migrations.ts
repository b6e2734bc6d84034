/** One step of the schema. Never changed once released: a new step is added at the end. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

const RUNS = `
create table mge.run (
  id text primary key, version integer not null, owner text not null, name text not null, branch text,
  pull_request integer, onboarding_pull_request integer, finished boolean not null, state json not null,
  updated_at timestamptz not null);
create index run_repository on mge.run (owner, name);
create index run_open on mge.run (id) where not finished;
create table mge.run_event (
  seq bigint generated always as identity primary key, key text not null unique, run_id text not null, event json not null,
  at timestamptz not null, applied_at timestamptz);
create index run_event_waiting on mge.run_event (run_id, seq) where applied_at is null;
create index run_event_run on mge.run_event (run_id, seq);
create table mge.outbox (
  seq bigint generated always as identity primary key, key text not null unique, run_id text not null, type text not null,
  effect json not null, tries integer not null default 0, not_before timestamptz, relayed_at timestamptz,
  settled_at timestamptz, created_at timestamptz not null);
create index outbox_unsettled on mge.outbox (seq) where settled_at is null;
create index outbox_unsettled_run on mge.outbox (run_id, type, seq) where settled_at is null;
`;

const TEXTS = `create table mge.blob (hash text primary key, text bytea not null);`;

const MONEY = `
create table mge.model_call (
  request_hash text primary key, run_id text not null, stage text not null, subject text not null, attempt integer not null,
  model text not null, response json not null, stop_reason text not null, input_tokens integer not null,
  output_tokens integer not null, cache_read_tokens integer not null, cache_write_tokens integer not null,
  cost_usd numeric not null, at timestamptz not null);
create index model_call_run on mge.model_call (run_id);
create table mge.reservation (
  request_hash text primary key, run_id text not null, usd numeric not null, at timestamptz not null);
create index reservation_run on mge.reservation (run_id);
`;

export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-runs', sql: RUNS },
  { name: '0002-texts', sql: TEXTS },
  { name: '0003-money', sql: MONEY },
];
