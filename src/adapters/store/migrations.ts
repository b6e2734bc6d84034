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

/**
 * `spend_request` counts a request of an installation, or answers when there is room for it: after a block, or when the
 * oldest request that fills a limit leaves its stretch of time. Its lock makes workers count one after the other.
 */
const GITHUB = `
create table mge.github_request (installation bigint not null, at timestamptz not null, creating boolean not null);
create index github_request_recent on mge.github_request (installation, at);
create index github_request_creating on mge.github_request (installation, at) where creating;
create table mge.github_block (installation bigint primary key, until timestamptz not null);
create table mge.github_usage (run_id text primary key, requests integer not null, creating integer not null);
create function mge.spend_request(
  an_installation bigint, is_creating boolean, a_run text, the_time timestamptz,
  creating_minute integer, creating_hour integer, all_hour integer) returns timestamptz language plpgsql as $$
declare
  free timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('github:' || an_installation, 0));
  delete from mge.github_request where installation = an_installation and at <= the_time - interval '1 hour';
  select max(fits.at) into free from (
    select block.until as at from mge.github_block block where installation = an_installation and block.until > the_time
    union all (select at + interval '1 hour' from mge.github_request where installation = an_installation
      order by at desc offset all_hour - 1 limit 1)
    union all (select at + interval '1 hour' from mge.github_request where installation = an_installation
      and creating and is_creating order by at desc offset creating_hour - 1 limit 1)
    union all (select at + interval '1 minute' from mge.github_request where installation = an_installation
      and creating and is_creating order by at desc offset creating_minute - 1 limit 1)) fits
  where fits.at > the_time;
  if free is not null then
    return free;
  end if;
  insert into mge.github_request (installation, at, creating) values (an_installation, the_time, is_creating);
  if a_run is not null then
    insert into mge.github_usage (run_id, requests, creating) values (a_run, 1, is_creating::integer)
    on conflict (run_id) do update set requests = github_usage.requests + 1,
      creating = github_usage.creating + is_creating::integer;
  end if;
  return null;
end $$;
`;

const PATTERNS = `
create table mge.pattern (
  installation bigint not null, key text not null, learned json not null, at timestamptz not null,
  primary key (installation, key));
create index pattern_newest on mge.pattern (installation, at desc);
`;

/** A repository's number stays when its name changes. */
const NUMBERS = `
alter table mge.run add column repository_id bigint, add column installation_id bigint;
create index run_repository_id on mge.run (repository_id);
`;

const SETUPS = `
create table mge.repository_setup (
  installation bigint not null, owner text not null, name text not null, asked_at timestamptz not null,
  tries integer not null, not_before timestamptz, settled_at timestamptz, outcome text,
  primary key (installation, owner, name));
create index repository_setup_waiting on mge.repository_setup (installation) where settled_at is null;
`;

const BATCHES = `
create table mge.model_batch (request_hash text primary key, batch_id text not null, at timestamptz not null);
`;

export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-runs', sql: RUNS },
  { name: '0002-texts', sql: TEXTS },
  { name: '0003-money', sql: MONEY },
  { name: '0004-github', sql: GITHUB },
  { name: '0005-patterns', sql: PATTERNS },
  { name: '0006-repository-numbers', sql: NUMBERS },
  { name: '0007-setups', sql: SETUPS },
  { name: '0008-model-batches', sql: BATCHES },
];
