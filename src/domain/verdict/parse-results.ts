import { refusal, success, type Result } from '#domain/failure/result.ts';
import type { Manifest } from '#domain/verdict/manifest.ts';
import { Results, RESULTS_LIMITS } from '#domain/verdict/results.ts';

/** Why a results file is not taken. `problem` never quotes the file: it is hostile input. */
export interface ResultsRefusal {
  readonly code: 'too-large' | 'not-json' | 'out-of-schema' | 'not-this-run' | 'unknown-id' | 'contradiction';
  readonly problem: string;
}

/**
 * Reads the bytes of a results file as hostile input: size, UTF-8, schema, the run's own identity, and only ids that the
 * manifest knows. An atom that the file leaves out, names twice, or judges against its own checks is refused as well.
 */
export function parseResults(bytes: Uint8Array, manifest: Manifest): Result<Results, ResultsRefusal> {
  if (bytes.byteLength > RESULTS_LIMITS.bytes) return refuse('too-large', `more than ${RESULTS_LIMITS.bytes} bytes`);
  const json = decodeJson(bytes);
  if (!json.ok) return refuse('not-json', 'not UTF-8 JSON');
  const parsed = Results.safeParse(json.value);
  if (!parsed.success)
    return refuse('out-of-schema', `out of schema at ${placeOf(parsed.error.issues[0]?.path ?? [])}`);
  return checkAgainst(parsed.data, manifest);
}

function checkAgainst(results: Results, manifest: Manifest): Result<Results, ResultsRefusal> {
  for (const field of ['run', 'batch', 'key'] as const) {
    if (results[field] !== manifest[field]) return refuse('not-this-run', `${field} is not the manifest's`);
  }
  const foreign = unknownId(results, manifest);
  if (foreign !== null) return refuse('unknown-id', foreign);
  const contradiction = findContradiction(results, manifest);
  return contradiction === null ? success(results) : refuse('contradiction', contradiction);
}

function unknownId(results: Results, manifest: Manifest): string | null {
  const symbols = new Set(manifest.symbols.map((symbol) => symbol.id));
  const atoms = new Map(manifest.atoms.map((atom) => [atom.id, atom.symbol]));
  const tests = new Set(manifest.tests.map((test) => test.file));
  const levels = new Set([...manifest.levels, ...manifest.boundaries.map((boundary) => boundary.afterLevel)]);
  if (results.atoms.some((atom) => atoms.get(atom.id) !== atom.symbol))
    return 'an atom that the manifest does not name';
  if (results.atoms.some(({ blockedBy }) => blockedBy !== null && !symbols.has(blockedBy)))
    return 'an unknown blocking symbol';
  if (results.tests.some((test) => !tests.has(test.file) || test.symbols.some((id) => !symbols.has(id))))
    return 'an unknown test';
  if (trialSymbols(results).some((id) => !symbols.has(id))) return 'a trial of an unknown symbol';
  if (results.levels.some((level) => !levels.has(level.level))) return 'a level that is not in this batch';
  return null;
}

function trialSymbols({ strength, behaviour }: Results): string[] {
  const compared = [...behaviour.compared, ...behaviour.differences, ...behaviour.skipped];
  return [...strength.symbols, ...compared].map((one) => one.symbol);
}

function findContradiction(results: Results, manifest: Manifest): string | null {
  const named = new Set(results.atoms.map((atom) => atom.id));
  if (named.size !== results.atoms.length) return 'an atom is judged twice';
  if (results.error === null && named.size !== manifest.atoms.length) return 'an atom is not judged';
  for (const atom of results.atoms) {
    const failed = atom.checks.some((check) => check.outcome === 'failed');
    const passed = atom.checks.some((check) => check.outcome === 'passed');
    if (atom.verdict === 'passed' && (failed || !passed)) return 'an atom passed without its checks';
    if (atom.verdict === 'failed' && !failed) return 'an atom failed without a failed check';
  }
  if (results.strength.symbols.some(({ planted, noticed }) => noticed > planted))
    return 'more faults noticed than planted';
  return null;
}

function decodeJson(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return { ok: false };
    throw cause;
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  // Keys of a strict schema only: a key of the hostile file itself never gets here as more than its position.
  return (
    path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part).slice(0, 40))).join('.') || 'the top'
  );
}

function refuse(code: ResultsRefusal['code'], problem: string): { readonly ok: false; readonly error: ResultsRefusal } {
  return refusal({ code, problem });
}
