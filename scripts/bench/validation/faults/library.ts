import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { extensionOf } from '#domain/atom/language.ts';

const SOURCES = new Set(['.py', '.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs']);
const SKIPPED =
  /^(node_modules|\.git|dist|build|docs?|examples?|conda\.recipe|bench(mark)?s?|coverage|fixtures?|sandbox|__pycache__|\..*)$/;
const TEST_FOLDER = /^(tests?|__tests__|spec)$/;
const TEST_FILE = /(^test_.*\.py|_test\.py|\.(test|spec)\.[cm]?[jt]sx?)$/;

/** A library with its own tests; paths are relative to its folder. */
export interface Library {
  readonly folder: string;
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

/** Finds sources and test files by the usual names. */
export function readLibrary(folder: string): Library {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCES.has(extensionOf(entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split('/').some((part) => SKIPPED.test(part)))
    .toSorted();
  const inTests = (file: string): boolean => file.split('/').some((part) => TEST_FOLDER.test(part));
  const tests = files.filter((file) => isTest(file, inTests(file)));
  const sources = files.filter(
    (file) =>
      !inTests(file) &&
      !tests.includes(file) &&
      !/(^|\/)(setup|conf|conftest|versioneer|_version)\.py$|\.config\.[cm]?[jt]s$|\.d\.ts$/.test(file),
  );
  return { folder, sources, tests };
}

/** In a folder of tests every script of JavaScript is one, unless it only helps: mocha asks for no ending. */
function isTest(file: string, inTests: boolean): boolean {
  const name = file.split('/').at(-1) ?? '';
  if (TEST_FILE.test(name)) return true;
  return inTests && /\.[cm]?js$/.test(name) && !/support|helper|util|fixture/.test(file);
}

/** A copy that can be changed; installed packages are shared with the original. */
export function copyLibrary({ folder }: Library): string {
  const copy = mkdtempSync(join(tmpdir(), 'mge-faults-'));
  for (const entry of readdirSync(folder).filter((name) => name !== 'node_modules' && name !== '.git'))
    cpSync(join(folder, entry), join(copy, entry), { recursive: true });
  return copy;
}

export function readText(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

export function writeText(folder: string, file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}
