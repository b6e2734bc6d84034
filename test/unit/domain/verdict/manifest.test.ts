import { describe, expect, it } from 'vitest';
import { ProjectPath } from '#domain/verdict/manifest.ts';

describe('ProjectPath', () => {
  it.each(['src/a.ts', 'a', '.github/mge.yml', 'a b/ç.py', '...'])('takes %s', (path) => {
    expect(ProjectPath.safeParse(path).success).toBe(true);
  });
  it.each(['/etc/passwd', '../a', 'a/../../b', 'a//b', './a', '.git/config', 'sub/.git/hooks/x', 'a\\b', 'a\0b', ''])(
    'refuses %j',
    (path) => {
      expect(ProjectPath.safeParse(path).success).toBe(false);
    },
  );
});
