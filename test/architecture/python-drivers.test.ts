import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The drivers in JavaScript are held to the same by the linter. Lines count that hold code: no comments, no docstrings. */
const MEASURE = `
import ast, io, pathlib, sys, tokenize
NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
folder = pathlib.Path(sys.argv[1])
for path in sorted(folder.rglob("*.py")):
    text = path.read_text("utf8")
    tree, name = ast.parse(text), path.relative_to(folder)
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    code = {line for one in tokens if one.type not in NO_CODE for line in range(one.start[0], one.end[0] + 1)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            code -= set(range(node.lineno, node.end_lineno + 1))
    if len(code) > 100:
        print(f"{name}: {len(code)} lines of code")
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = len(code & set(range(node.lineno, node.end_lineno + 1)))
            if length > 40:
                print(f"{name}: {length} lines of code in {node.name}")
    for number, line in enumerate(text.split("\\n"), 1):
        if len(line) > 140:
            print(f"{name}: {len(line)} characters in line {number}")
`;

function tooLong(folder: string): string[] {
  const told = execFileSync('python3', ['-c', MEASURE, folder], { encoding: 'utf8' });
  return told.split('\n').filter((line) => line !== '');
}

it('no driver in Python is longer than a file, a function or a line of this house may be', () => {
  expect(tooLong('action/src/drivers')).toEqual([]);
});

it('one that is too long is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mge-drivers-'));
  const call = '    print(1)\n';
  writeFileSync(
    join(folder, 'fits.py'),
    `"""\n${'\n'.repeat(200)}"""\n\ndef run():\n${'    # why\n'.repeat(99)}${call.repeat(39)}`,
  );
  writeFileSync(join(folder, 'function.py'), `def run():\n${call.repeat(40)}`);
  writeFileSync(join(folder, 'line.py'), `text = "${'a'.repeat(140)}"\n`);
  writeFileSync(join(folder, 'text.py'), `text = """${'a\n'.repeat(100)}"""\n`);
  expect(tooLong(folder)).toEqual([
    'function.py: 41 lines of code in run',
    'line.py: 149 characters in line 1',
    'text.py: 101 lines of code',
  ]);
  rmSync(folder, { recursive: true });
});
