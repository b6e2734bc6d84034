import { describe, expect, it } from 'vitest';
import { isSeveralStatements, statementKind } from '#adapters/store/statement-kind.ts';

describe('what a statement means for a shared session', () => {
  it.each([
    ['begin', 'begin'],
    ['BEGIN;', 'begin'],
    ['start transaction isolation level serializable', 'begin'],
    ['-- a comment\n begin', 'begin'],
    ['commit', 'end'],
    ['ROLLBACK;', 'end'],
    ['rollback to savepoint one', 'other'],
    ['begin; select 1; commit', 'other'],
    ['select 1', 'other'],
    ['insert into t values ($1)', 'other'],
  ])('%j is %s', (text, kind) => {
    expect(statementKind(text).kind).toBe(kind);
  });

  it('names the channel that is listened to, behind comments too', () => {
    expect(statementKind('-- jobs; of all queues\n/* x */ LISTEN bullmq_jobs;\n')).toEqual({
      kind: 'listen',
      channel: 'bullmq_jobs',
    });
  });

  it('tells scripts from single statements', () => {
    expect(isSeveralStatements('select 1;\n')).toBe(false);
    expect(isSeveralStatements('create table a (); create table b ();')).toBe(true);
  });
});
