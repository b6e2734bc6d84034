import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What is said of a process that ended with a signal or a status after so much time, the versions begun when it had used `begun`. */
function said(number: number, begun: readonly [number, number], status: number, used: number): unknown {
  const script = `
import json, struct, sys
sys.path.insert(0, "action/src/drivers")
from mge_python.comparison.phase import Phase
phase = Phase()
phase.begin(${number})
struct.pack_into("dd", phase.told, 16, ${begun.join(', ')})
print(json.dumps(phase.broken_by(${status}, ${used})))`;
  return JSON.parse(execFileSync('python3', ['-c', script], { encoding: 'utf8' }));
}

const [TIME_UP, KILLED, CRASHED, LEFT] = [24, 9, 11, 3 << 8];

describe('a comparison whose process was ended', () => {
  it('says nothing of a function that was running when the time of all was up', () => {
    expect(said(2, [9, 13], TIME_UP, 15)).toBeNull();
    expect(said(2, [5, 5.1], KILLED, 7)).toBeNull();
    expect(said(2, [5, 7], KILLED, 15)).toBeNull();
    expect(said(1, [5, 4], KILLED, 15)).toBeNull();
    expect(said(2, [5, 5.1], 0, 15)).toBeNull();
  });

  it('finds a function that cannot be ended, or ends the process', () => {
    expect(said(2, [5, 5.1], TIME_UP, 15)).toBe('it does not end');
    expect(said(2, [5, 5.1], CRASHED, 5.2)).toBe('it ends the process');
    expect(said(2, [5, 5.1], LEFT, 5.2)).toBe('it ends the process');
  });
});
