import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git } from '#test/contract/github/git.ts';
import { startAdapters, type AdapterStage } from '#test/contract/github/start-adapters.ts';

const DATE = new Date('2026-11-20T09:00:00.123Z');

describe('SourceTree on GitHub', () => {
  let stage: AdapterStage;
  let main: string;

  beforeEach(async () => {
    stage = await startAdapters({ files: { 'README.md': '# Shop\n', 'src/a.ts': 'export const a = 1;\n' } });
    main = (await stage.sourceTree.headOf(stage.repository, 'main')) ?? '';
  });

  afterEach(() => stage.close());

  const show = (...words: string[]): string => git(stage.local.gitDir('acme/shop'), ...words);

  it('reads heads, trees and texts', async () => {
    expect(main).toBe(show('rev-parse', 'main'));
    expect(await stage.sourceTree.headOf(stage.repository, 'no-such-branch')).toBeNull();
    const entries = await stage.sourceTree.list(stage.repository, main);
    expect(entries.map(({ path, mode, size }) => ({ path, mode, size }))).toEqual([
      { path: 'README.md', mode: '100644', size: 7 },
      { path: 'src/a.ts', mode: '100644', size: 20 },
    ]);
    const texts = await stage.sourceTree.read(stage.repository, main, ['src/a.ts', 'src/none.ts']);
    expect([...texts]).toEqual([['src/a.ts', 'export const a = 1;\n']]);
  });

  it('reads many texts with one request, byte for byte, and knows what it wrote itself', async () => {
    const changes = Array.from({ length: 30 }, (_, index) => ({
      path: `src/many/f${index}.ts`,
      text: `\uFEFFexport const f${index} = 'ü\r\n';\r\n`,
    }));
    const commit = await stage.sourceTree.commit(stage.repository, { parent: main, changes, message: 'm', date: DATE });
    const paths = changes.map(({ path }) => path);
    const expected = changes.map(({ path, text }) => [path, text] as const);
    const before = stage.local.requests().length;
    expect(await stage.sourceTree.read(stage.repository, commit, paths)).toEqual(new Map(expected));
    const own = await stage.sourceTree.list(stage.repository, commit);
    expect(stage.local.requests()).toHaveLength(before);
    const other = stage.anotherProcess().sourceTree;
    expect(await other.read(stage.repository, commit, paths)).toEqual(new Map(expected));
    expect(await other.list(stage.repository, commit)).toEqual(own);
    expect(
      stage.local
        .requests()
        .slice(before)
        .map(({ route }) => route),
    ).toEqual([
      '/app/installations/{installation_id}/access_tokens',
      '/repos/{owner}/{repo}/git/commits/{commit_sha}',
      '/repos/{owner}/{repo}/git/trees/{tree_sha}',
      'graphql',
    ]);
  });

  it('tells a head as it was lately with one request, however many ask; a head as it is now is asked for', async () => {
    const { sourceTree } = stage.anotherProcess();
    const looked = () => stage.local.requests().filter(({ route }) => route.includes('/git/ref/')).length;
    const before = looked();
    const lately = () => sourceTree.headOf(stage.repository, 'main', 'lately');
    expect(await Promise.all([lately(), lately(), lately()])).toEqual([main, main, main]);
    expect(looked()).toBe(before + 1);
    const newer = await stage.local.human.as('ada', 'acme/shop').commitFile('main', 'b.txt', 'b', 'chore: b');
    expect(await sourceTree.headOf(stage.repository, 'main')).toBe(newer);
    // Who is content with less hears what was found last.
    expect(await lately()).toBe(newer);
    expect(looked()).toBe(before + 2);
  });

  it('leaves out what is no text', async () => {
    const commit = await stage.local.human
      .as('ada', 'acme/shop')
      .commitFile('main', 'logo.bin', 'a\u0000b', 'chore: a logo');
    expect((await stage.sourceTree.list(stage.repository, commit)).map(({ path }) => path)).toContain('logo.bin');
    expect(await stage.sourceTree.read(stage.repository, commit, ['logo.bin'])).toEqual(new Map());
  });

  it('makes the same commit from the same request, with three requests that create', async () => {
    const request = {
      parent: main,
      changes: [
        { path: 'src/b.ts', text: "export const b = 'ü';\n" },
        { path: 'README.md', text: null },
        { path: 'never/was.ts', text: null },
      ],
      message: 'feat: b\n\nMge-Level: 0',
      date: DATE,
    };
    stage.created();
    const commit = await stage.sourceTree.commit(stage.repository, request);
    await stage.sourceTree.moveBranch(stage.repository, 'mge/1-shop', commit, null);
    expect(stage.created()).toHaveLength(3);
    // An effect that is performed again asks for nothing that this process has made.
    const sent = stage.local.requests().length;
    expect(await stage.sourceTree.commit(stage.repository, request)).toBe(commit);
    expect(stage.local.requests()).toHaveLength(sent);
    expect(await stage.anotherProcess().sourceTree.commit(stage.repository, request)).toBe(commit);
    expect(show('log', '--format=%an <%ae> %aI %cn %cI%n%B', '-1', commit)).toBe(
      'mge[bot] <mge[bot]@users.noreply.github.com> 2026-11-20T09:00:00+00:00 mge[bot] 2026-11-20T09:00:00+00:00\n' +
        'feat: b\n\nMge-Level: 0',
    );
    expect(show('ls-tree', '-r', '--name-only', commit).split('\n')).toEqual(['src/a.ts', 'src/b.ts']);
    expect(show('rev-parse', `${commit}^`)).toBe(main);
    expect(show('rev-parse', 'mge/1-shop')).toBe(commit);
  });

  it('takes a commit of many files', async () => {
    const changes = Array.from({ length: 600 }, (_, index) => ({ path: `gen/f${index}.ts`, text: `// ${index}\n` }));
    const request = { parent: main, changes, message: 'feat: many', date: DATE };
    const commit = await stage.sourceTree.commit(stage.repository, request);
    expect(await stage.sourceTree.list(stage.repository, commit)).toHaveLength(602);
  });

  it('moves a branch forward only, from where it is expected, and once', async () => {
    const { sourceTree, repository } = stage;
    const commitOn = (parent: string, name: string): Promise<string> =>
      sourceTree.commit(repository, { parent, changes: [{ path: name, text: name }], message: name, date: DATE });
    const one = await commitOn(main, 'one');
    const two = await commitOn(one, 'two');
    const aside = await commitOn(main, 'aside');
    await sourceTree.moveBranch(repository, 'mge/1-shop', one, null);
    await sourceTree.moveBranch(repository, 'mge/1-shop', one, null);
    await sourceTree.moveBranch(repository, 'mge/1-shop', two, one);
    await sourceTree.moveBranch(repository, 'mge/1-shop', two, one);
    const moved = { code: 'branch-moved', retry: 'ask-human' };
    await expect(sourceTree.moveBranch(repository, 'mge/1-shop', aside, one)).rejects.toMatchObject(moved);
    await expect(sourceTree.moveBranch(repository, 'mge/1-shop', aside, two)).rejects.toMatchObject(moved);
    await expect(sourceTree.moveBranch(repository, 'mge/1-shop', aside, null)).rejects.toMatchObject(moved);
    expect(show('rev-parse', 'mge/1-shop')).toBe(two);
  });

  it('lets candidate branches jump', async () => {
    const { sourceTree, repository } = stage;
    const candidate = (name: string): Promise<string> =>
      sourceTree.commit(repository, { parent: main, changes: [{ path: name, text: name }], message: name, date: DATE });
    const [one, two] = [await candidate('one'), await candidate('two')];
    await sourceTree.moveBranch(repository, 'mge-candidates/1', one, null, true);
    await sourceTree.moveBranch(repository, 'mge-candidates/1', two, null, true);
    expect(show('rev-parse', 'mge-candidates/1')).toBe(two);
  });

  it('keeps a script executable', async () => {
    const { sourceTree, repository } = stage;
    const blob = show('hash-object', '-w', '-t', 'blob', '/dev/null');
    const tree = git(stage.local.gitDir('acme/shop'), 'mktree', { input: `100755 blob ${blob}\trun.sh\n` });
    const parent = show('-c', 'user.name=ada', '-c', 'user.email=a@b.c', 'commit-tree', tree, '-m', 'script');
    const changes = [{ path: 'run.sh', text: 'echo hi\n' }];
    const commit = await sourceTree.commit(repository, { parent, changes, message: 'fix: run', date: DATE });
    expect(show('ls-tree', commit)).toMatch(/^100755 /);
  });
});
