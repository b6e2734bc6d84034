import { MgeError } from '#domain/failure/mge-error.ts';
import { hideSecrets } from '#domain/failure/redact.ts';

const SECRET_NAME = /secret|token|password|passwd|authorization|cookie|private|credential|api_?key/i;
const DEEPEST = 6;
const MOST_ITEMS = 500;

/** An error with its causes, as plain data; the stack is for the operator, so its paths stay. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const known = error instanceof MgeError ? { code: error.code, retry: error.retry } : {};
  const code = !(error instanceof MgeError) && 'code' in error ? { code: redactFact(error.code, depth + 1) } : {};
  const cause = error.cause === undefined ? {} : { cause: redactFact(error.cause, depth + 1) };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...known,
    ...code,
    message: hideSecrets(error.message),
    stack: frames.slice(0, 8),
    ...cause,
  };
}

function redactFact(fact: unknown, depth: number): unknown {
  if (typeof fact === 'string') return hideSecrets(fact);
  if (typeof fact === 'bigint') return fact.toString();
  if (typeof fact !== 'object' || fact === null) return fact;
  if (depth > DEEPEST) return '[deeper]';
  if (fact instanceof Date) return fact.toISOString();
  if (fact instanceof Error) return describeError(fact, depth);
  if (Array.isArray(fact)) return fact.slice(0, MOST_ITEMS).map((item) => redactFact(item, depth + 1));
  return redactAt({ ...fact }, depth);
}

function redactAt(facts: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  const entries = Object.entries(facts).map(([name, fact]) => {
    const hidden = SECRET_NAME.test(name) && typeof fact === 'string';
    return [name, hidden ? '[redacted]' : redactFact(fact, depth + 1)];
  });
  return Object.fromEntries(entries);
}

/** Facts of a log line without secrets, whatever they are and however deep: by the shape of a text, and by its name. */
export function redactFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return redactAt(facts, 0);
}
