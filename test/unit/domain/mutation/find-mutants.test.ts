import { describe, expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { chooseMutants } from '#domain/mutation/choose-mutants.ts';
import { findMutants } from '#domain/mutation/find-mutants.ts';

const syntax = await createTreeSitterSyntax();

const PYTHON = `"""About."""
LIMIT = 3

def clip(value: int, log) -> int:
    """Says 'more'."""
    log.append(value)
    if value <= LIMIT and not log:
        return max(value, 0)
    for item in log:
        if item == "x":
            break
    return value + 10
`;

const TYPESCRIPT = `import { a } from './a.ts';
export function clip(value: number, log: string[]): number {
  log.push('seen');
  let total = 0;
  total += value;
  if (value > 3 && !log.includes('x')) return Math.max(value, 7);
  return total++ > 1 ? value : total;
}
`;

function planted(path: string, text: string): string[] {
  const mutants = findMutants(syntax.parse({ path, text }));
  return mutants.map((one) => `${one.line} ${one.kind}: ${text.slice(one.start, one.end)} → ${one.text}`);
}

describe('faults are planted', () => {
  it('in Python: operators, conditions, constants, results, calls', () => {
    expect(planted('clip.py', PYTHON)).toEqual([
      '6 removed-call: log.append(value) → pass',
      '7 negated-condition: value <= LIMIT and not log → not (value <= LIMIT and not log)',
      '7 dropped-branch: value <= LIMIT and not log → False',
      '7 boundary: <= → <',
      '7 logic: and → or',
      '7 removed-negation: not log → log',
      '8 early-return: return max(value, 0) → return None',
      '8 swapped-arguments: value, 0 → 0, value',
      '8 wrong-number: 0 → 1',
      '10 negated-condition: item == "x" → not (item == "x")',
      '10 dropped-branch: item == "x" → False',
      '10 comparison: == → !=',
      '10 wrong-text: x → x_',
      '11 wrong-word: break → continue',
      '12 early-return: return value + 10 → return None',
      '12 arithmetic: + → -',
      '12 wrong-number: 10 → 11',
      '12 wrong-number: 10 → 9',
    ]);
  });

  it('in TypeScript, types and imports left alone, in at least ten kinds', () => {
    const all = planted('clip.ts', TYPESCRIPT);
    expect(all).toContain('6 boundary: > → >=');
    expect(all).toContain("6 removed-negation: !log.includes('x') → log.includes('x')");
    expect(all).toContain('5 removed-statement: total += value; → ;');
    expect(all).toContain('7 arithmetic: ++ → --');
    expect(all.filter((line) => line.startsWith('1 '))).toEqual([]);
    expect(new Set(all.map((line) => line.split(' ')[1])).size).toBeGreaterThanOrEqual(10);
  });

  it('so that the text still parses', () => {
    for (const [path, text] of [
      ['clip.py', PYTHON],
      ['clip.ts', TYPESCRIPT],
    ] as const) {
      for (const { start, end, text: wrong } of findMutants(syntax.parse({ path, text }))) {
        const changed = text.slice(0, start) + wrong + text.slice(end);
        expect(changed).not.toBe(text);
        expect(syntax.parse({ path, text: changed }).errors).toEqual([]);
      }
    }
  });

  it('a few of them, of different kinds, and the same ones each time', () => {
    const mutants = findMutants(syntax.parse({ path: 'clip.py', text: PYTHON }));
    const chosen = chooseMutants(mutants, 5);
    expect(new Set(chosen.map((one) => one.kind)).size).toBe(5);
    expect(chooseMutants(mutants.toReversed(), 5)).toEqual(chosen);
    expect(chooseMutants(mutants, 100)).toHaveLength(mutants.length);
  });

  it('nowhere in what cannot be read, and in no more than the range that is asked for', () => {
    expect(planted('broken.py', 'def f(:\n')).toEqual([]);
    expect(planted('empty.py', '')).toEqual([]);
    const tree = syntax.parse({ path: 'clip.py', text: PYTHON });
    expect(findMutants(tree, 0, PYTHON.indexOf('def'))).toEqual([]);
  });
});
