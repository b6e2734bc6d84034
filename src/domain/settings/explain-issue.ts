import type { z } from 'zod';
import { nearestName } from '#domain/command/nearest-name.ts';
import { Settings } from '#domain/settings/settings.ts';

export interface ExplainedIssue {
  readonly path: readonly (string | number)[];
  /** One sentence of Markdown: what is wrong and what is allowed. */
  readonly text: string;
}

/** What a schema's complaint about `mge.yml` means to the person who wrote the file. */
export function explainIssue(issue: z.core.$ZodIssue): ExplainedIssue[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], text: explainKey(key, path) }));
  }
  const name = path.length === 0 ? 'The file' : `\`${nameOf(path)}\``;
  return [{ path, text: `${name} ${explainValue(issue)}.` }];
}

function explainKey(key: string, parents: readonly (string | number)[]): string {
  const allowed = keysAt(parents);
  const near = nearestName(key, allowed);
  const guess = near === null ? '' : ` Did you mean \`${near}\`?`;
  return `\`${nameOf([...parents, plain(key)])}\` is not a setting.${guess} Allowed here: ${allowed.map((each) => `\`${each}\``).join(', ')}.`;
}

function explainValue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `must ${COUNTED[issue.origin] ?? 'be'} ${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}`;
    case 'too_big':
      return `must ${COUNTED[issue.origin] ?? 'be'} ${issue.inclusive === false ? 'less than' : 'at most'} ${String(issue.maximum)}`;
    case 'invalid_format':
      return 'may hold only letters, digits, `_`, `.` and `-`';
    default:
      return `is not allowed: ${issue.message}`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of settings (indented below it), or left out',
};

const COUNTED: Readonly<Record<string, string>> = { array: 'list', string: 'have a length of' };

function keysAt(path: readonly (string | number)[]): string[] {
  let value: unknown = Settings.parse({});
  for (const step of path) value = isRecord(value) ? value[step] : Array.isArray(value) ? value[0] : undefined;
  return isRecord(value) ? Object.keys(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

function plain(key: string): string {
  return key.replace(/[`\s]+/gu, ' ').slice(0, 60);
}
