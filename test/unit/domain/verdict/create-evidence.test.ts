import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvidence, cutMiddle } from '#domain/verdict/create-evidence.ts';
import { Evidence, RESULTS_LIMITS } from '#domain/verdict/results.ts';

const print = (message: string): string => createEvidence({ check: 'unit', message }).fingerprint;

describe('createEvidence', () => {
  it('gives the same failure the same fingerprint, whatever the time, place and address', () => {
    const first = print('expected 3 at /tmp/mge-a1/src/add.ts:3:9 after 12ms, 2026-11-20T10:00:00Z, 0x7ffe');
    expect(print('expected 3 at /home/runner/work/src/add.ts:14:2 after 1.5 s, 2026-11-21T11:30:12.5Z, 0x12ab')).toBe(
      first,
    );
    expect(print('expected 4 at /tmp/mge-a1/src/add.ts:3:9 after 12ms, 2026-11-20T10:00:00Z, 0x7ffe')).not.toBe(first);
  });

  it('tells checks and files apart', () => {
    const prints = [{ check: 'unit' }, { check: 'types' }, { check: 'unit', file: 'a.ts' }].map(
      (facts) => createEvidence({ message: 'm', ...facts }).fingerprint,
    );
    expect(new Set(prints).size).toBe(3);
  });

  it('takes out secrets, terminal codes and invisible characters', () => {
    const { message } = createEvidence({
      check: 'unit',
      message: '\u001B[31mred\u001B[0m ghp_abcdefghijklmnopqrstuvwxyz012345 a\u202Eb',
    });
    expect(message).toBe('red [redacted] ab');
  });

  it('always fits the schema, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.string({ maxLength: 20 }), (message, detail) => {
        expect(Evidence.safeParse(createEvidence({ check: 'unit', message, detail: detail.repeat(900) })).success).toBe(
          true,
        );
      }),
    );
    expect(cutMiddle('😀'.repeat(RESULTS_LIMITS.message), 101)).toMatch(/^\p{Emoji}+\n\[…\]\n\p{Emoji}+$/u);
  });
});
