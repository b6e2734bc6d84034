import { describe, expect, it } from 'vitest';
import { candidateBranch, issueOfCandidateBranch, keyOfRunTitle } from '#domain/run/validation-run.ts';

describe('the names of a validation run', () => {
  it('reads the issue back from the candidate branch, and from no other', () => {
    expect(issueOfCandidateBranch(candidateBranch(12))).toBe(12);
    for (const other of ['main', 'mge-candidates/', 'mge-candidates/0', 'mge-candidates/1/2', 'x/mge-candidates/1']) {
      expect(issueOfCandidateBranch(other)).toBeNull();
    }
  });

  it('reads the key that ends a title', () => {
    expect(keyOfRunTitle('MGE validation 12-b3')).toBe('12-b3');
    expect(keyOfRunTitle('12-b3')).toBe('12-b3');
    expect(keyOfRunTitle('')).toBeNull();
    expect(keyOfRunTitle('MGE validation 12_B3')).toBeNull();
  });
});
