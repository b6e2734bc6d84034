import { describe, expect, it } from 'vitest';
import { readPyproject } from '#action/src/toolchains/python/read-pyproject.ts';
import { readRequirements } from '#action/src/toolchains/python/read-requirements.ts';

const read = (files: Readonly<Record<string, string>>) =>
  readRequirements(['requirements.txt'], (file) => files[file] ?? null);

describe('requirement files', () => {
  it('are read with those that they include, each once, without comments and folded lines', () => {
    const { lines, constraints } = read({
      'requirements.txt':
        '# what the shop needs\r\n-r more/base.txt\nrates>=1 \\\n    --hash=sha256:00 # pinned\n--requirement=more/base.txt\n',
      'more/base.txt':
        '-r ../requirements.txt\n-c limits.txt\nshapes[fast]==2 ; python_version >= "3.11"\n--extra-index-url https://example.org/simple\n',
      'more/limits.txt': 'shapes<3\n',
    });
    expect(lines).toEqual([
      'shapes[fast]==2 ; python_version >= "3.11"',
      '--extra-index-url https://example.org/simple',
      'rates>=1      --hash=sha256:00',
    ]);
    expect(constraints).toEqual(['shapes<3']);
  });

  it.each([
    '-e .',
    '--editable ./lib',
    '.',
    './vendor/lib',
    '/srv/lib',
    'file:///srv/lib',
    'git+https://example.org/lib.git',
    'lib @ git+https://example.org/lib.git',
    'lib @ https://example.org/lib-1.tar.gz',
    'lib @ https://example.org/lib-1.tar.gz#x.whl',
    'lib @ https://example.org/lib-1.tar.gz?x.whl',
    'https://example.org/lib-1.zip',
    '--no-binary :all:',
    '--config-settings=x=y',
    '--global-option=build',
    'lib --config-settings=x=y',
  ])('leave out what would be built: %s', (line) => {
    expect(read({ 'requirements.txt': `${line}\n` })).toEqual({ lines: [], constraints: [], leftOut: [line] });
  });

  it.each([
    'lib',
    'lib~=1.2',
    'lib (>=1)',
    'lib @ https://example.org/lib-1-py3-none-any.whl',
    'lib[a,b] ; extra == "x"',
  ])('keep what an index or a wheel gives: %s', (line) => {
    expect(read({ 'requirements.txt': line }).lines).toEqual([line]);
  });

  it('outside the checkout are not read', () => {
    expect(read({ 'requirements.txt': '-r ../../etc/secrets.txt\n', '../../etc/secrets.txt': 'lib\n' }).lines).toEqual(
      [],
    );
  });
});

describe('pyproject.toml', () => {
  it('asks for its dependencies, and for the extras and groups of tests and checks, whichever includes which', () => {
    const text = `[project]
name = "My.Shop"
dependencies = ["rates>=1"]
[project.optional-dependencies]
postgres = ["driver"]
Test = ["runner", "my_shop[typing]"]
typing = ["checker", "my-shop[test]"]
[dependency-groups]
dev = [{ include-group = "Lint_Extra" }, "rates>=1"]
lint-extra = ["linter", { include-group = "dev" }, "my-shop[postgres]"]
docs = ["writer"]
`;
    expect(readPyproject(text).toSorted()).toEqual(['checker', 'driver', 'linter', 'rates>=1', 'runner']);
  });

  it.each(['', 'not toml =', '[project]\nname = 1\n', '[tool.mypy]\n'])(
    'that says nothing of it asks for nothing: %j',
    (text) => {
      expect(readPyproject(text)).toEqual([]);
    },
  );
});
