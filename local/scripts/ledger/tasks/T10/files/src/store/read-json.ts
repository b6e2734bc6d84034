import { LedgerError } from '../ledger-error.js';

/** A JSON object whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Refuses a value, saying where it stands and what was expected there. */
export function refuse(path: string, expected: string): never {
  throw new LedgerError('invalid-document', `${path} must be ${expected}`);
}

/** Answers whether a value is a JSON object, and neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an object. */
export function readObject(value: unknown, path: string): JsonObject {
  return isObject(value) ? value : refuse(path, 'an object');
}

/** Reads a text. */
export function readText(value: unknown, path: string): string {
  return typeof value === 'string' ? value : refuse(path, 'a text');
}

/** Reads a whole number. */
export function readWhole(value: unknown, path: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : refuse(path, 'a whole number');
}

/** An item of a list, and where it stands. */
export interface ListItem {
  readonly value: unknown;
  readonly path: string;
}

/** Reads a list: its items, and where each of them stands. */
export function readList(value: unknown, path: string): ListItem[] {
  if (!Array.isArray(value)) {
    return refuse(path, 'a list');
  }
  return value.map((item, index) => ({ value: item, path: `${path}[${index}]` }));
}

/** Reads a list of texts. */
export function readTexts(value: unknown, path: string): string[] {
  return readList(value, path).map((item) => readText(item.value, item.path));
}
