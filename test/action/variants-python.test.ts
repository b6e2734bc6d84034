import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('whole words of one text are put inside of another', () => {
  const script = `
import json, random, sys
sys.path.insert(0, "action/src/drivers")
from mge_python.variants.variants import Variants
variants = Variants(random.Random(1), ["x"], {})
print(json.dumps([variants.wild("pay you now", "all for a day") for _ in range(3000)]))`;
  const made: unknown = JSON.parse(execFileSync('python3', ['-c', script], { encoding: 'utf8' }));
  expect(made).toContainEqual(expect.stringMatching(/^pay .*for a day.*now$/));
});
