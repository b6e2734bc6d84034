import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Manifest, type ManifestBoundary, type ManifestTest } from '#domain/verdict/manifest.ts';
import type { Results } from '#domain/verdict/results.ts';
import { chooseSandbox, type ChosenSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { runValidation } from '#action/src/run-validation.ts';

export interface TargetSymbol {
  readonly name: string;
  readonly file: string;
  readonly level: number;
  readonly needs?: readonly string[];
  readonly state?: 'settled' | 'candidate' | 'waiting';
}

export interface Target {
  readonly files: Readonly<Record<string, string>>;
  readonly symbols: readonly TargetSymbol[];
  readonly tests: readonly ManifestTest[];
  readonly boundaries?: readonly ManifestBoundary[];
  readonly atomSeconds?: number;
  /** The `node_modules` of a Node project; this repository's own when left out (TypeScript, tsx and vitest are among them); null: none yet. */
  readonly modules?: string | null;
}

/** Writes a target's files into a fresh folder. */
export function writeTarget(target: Target): string {
  const folder = mkdtempSync(join(tmpdir(), 'mge-target-'));
  for (const [file, text] of Object.entries(target.files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** The manifest of a target: a symbol is the function of that name; its atom is the whole function, its stub the body. */
export function manifestOf(target: Target): Manifest {
  const places = new Map(
    target.symbols.map((symbol) => [symbol.name, placeOf(target.files[symbol.file] ?? '', symbol)]),
  );
  const place = (name: string): Place => places.get(name) ?? { start: 0, bodyStart: 0, end: 0, stub: '' };
  const lineAt = (symbol: TargetSymbol, offset: number): number =>
    (target.files[symbol.file] ?? '').slice(0, offset).split('\n').length;
  const candidates = target.symbols.filter((symbol) => (symbol.state ?? 'candidate') === 'candidate');
  return Manifest.parse({
    version: 1,
    run: 'acme/shop#1',
    batch: 0,
    key: 'key-1',
    levels: [...new Set(candidates.map((symbol) => symbol.level))].toSorted((left, right) => left - right),
    symbols: target.symbols.map((symbol) => ({
      id: symbol.name,
      file: symbol.file,
      level: symbol.level,
      state: symbol.state ?? 'candidate',
      stub: { start: place(symbol.name).bodyStart, end: place(symbol.name).end, text: place(symbol.name).stub },
    })),
    atoms: candidates.map((symbol) => ({
      id: `${symbol.name}#1`,
      symbol: symbol.name,
      file: symbol.file,
      ranges: [[place(symbol.name).start, place(symbol.name).end]],
      startLine: lineAt(symbol, place(symbol.name).start),
      endLine: lineAt(symbol, place(symbol.name).end),
    })),
    needs: target.symbols.flatMap((symbol) => (symbol.needs ?? []).map((needed) => [symbol.name, needed])),
    tests: target.tests,
    boundaries: target.boundaries ?? [],
    toolchain: 'auto',
    commands: { install: null, typecheck: null, test: null, build: null },
    limits: { atomSeconds: target.atomSeconds ?? 10, jobSeconds: 300, memoryMb: 1024 },
  });
}

interface Place {
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
  readonly stub: string;
}

/** Functions of a fixture end with `}` (TypeScript) or before the next blank line (Python) in the first column. */
function placeOf(text: string, symbol: TargetSymbol): Place {
  const python = symbol.file.endsWith('.py');
  const head = new RegExp(
    python ? `^def ${symbol.name}\\(.*\\n` : `^(?:export )?(?:async )?function ${symbol.name}\\b.*(?=\\{$)`,
    'm',
  ).exec(text);
  if (head === null) throw new Error(`no function ${symbol.name} in ${symbol.file}`);
  const bodyStart = head.index + head[0].length;
  const message = `mge: not generated yet: ${symbol.name}`;
  if (python) {
    const next = text.indexOf('\n\n', bodyStart);
    return {
      start: head.index,
      bodyStart,
      end: next < 0 ? text.length : next + 1,
      stub: `    raise NotImplementedError('${message}')\n`,
    };
  }
  return {
    start: head.index,
    bodyStart,
    end: text.indexOf('\n}', bodyStart) + 2,
    stub: `{ throw new Error('${message}'); }`,
  };
}

let chosen: ChosenSandbox | null = null;

/** The machine's sandbox; the tests of the action mean nothing without one, so its absence fails them. */
export async function theSandbox(): Promise<ChosenSandbox> {
  if (chosen === null) {
    const found = await chooseSandbox({ mode: 'auto' });
    process.once('exit', () => found.close());
    chosen = found;
  }
  if (!chosen.executes)
    throw new Error(`These tests need the package "bubblewrap" (apt-get install bubblewrap): ${chosen.note}`);
  return chosen;
}

/** Judges a target as the action does, in a folder of its own that is removed afterwards. */
export async function judgeTarget(
  target: Target,
  say: (line: string) => void = () => undefined,
  change: (manifest: Manifest) => Manifest = (manifest) => manifest,
): Promise<Results> {
  const workspace = writeTarget(target);
  try {
    return await runValidation({
      manifest: change(manifestOf(target)),
      workspace,
      headSha: '0'.repeat(40),
      chosen: await theSandbox(),
      modules: modulesOf(target),
      say,
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

function modulesOf({ files, modules }: Target): string | null {
  if (!('package.json' in files) || modules === null) return null;
  return modules ?? resolve('node_modules');
}

/** `atom → verdict` of all atoms, for comparing at a glance. */
export function verdictsOf(results: Results): Record<string, string> {
  return Object.fromEntries(
    results.atoms.map((atom) => [
      atom.symbol,
      atom.blockedBy === null ? atom.verdict : `${atom.verdict} by ${atom.blockedBy}`,
    ]),
  );
}
