import { describe, expect, it } from 'vitest';
import { projectOverview, overviewPaths } from '#domain/prompt/project-overview.ts';
import { requestLine } from '#domain/prompt/request-line.ts';

describe('the overview of a project', () => {
  it('lists files without what tools made, and shows those that tell what it is', () => {
    const paths = ['src/b.ts', 'src/a.ts', 'node_modules/x/package.json', 'package.json', 'README.md'];
    expect(overviewPaths(paths)).toEqual(['package.json', 'README.md']);
    const texts = new Map([
      ['package.json', '{}'],
      ['README.md', 'Hello <!-- hidden -->'],
    ]);
    const overview = projectOverview(paths, texts);
    expect(overview).toContain('README.md\npackage.json\nsrc/a.ts\nsrc/b.ts');
    expect(overview).not.toMatch(/node_modules|hidden/u);
  });

  it('says so when there is nothing yet', () => {
    expect(projectOverview([], new Map())).toContain('a new project');
  });

  it('keeps a large repository short', () => {
    const paths = Array.from({ length: 5000 }, (_, index) => `src/f${index}.ts`);
    expect(projectOverview(paths, new Map())).toContain('… and 4600 more files');
  });
});

describe('the line that names a request', () => {
  it('is one line', () => {
    expect(requestLine('draft', 'T1', 2)).toBe('MGE request: stage=draft subject=T1 attempt=2');
    expect(requestLine('regenerate', 'a\nb c', 1)).toBe('MGE request: stage=regenerate subject=a-b-c attempt=1');
  });
});
