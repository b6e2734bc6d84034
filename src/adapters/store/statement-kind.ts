/** What a statement means for a session that several clients share. */
export type StatementKind =
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'listen'; readonly channel: string }
  | { readonly kind: 'other' };

const LEADING_COMMENTS = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;
const BEGIN = /^(?:begin|start\s+transaction)\b[^;]*;?\s*$/i;
const END = /^(?:commit|end|rollback|abort)(?:\s+(?:work|transaction))?\s*;?\s*$/i;
const LISTEN = /^listen\s+"?(\w+)"?\s*;?\s*$/i;

/** Reads the first words of a statement; comments may stand before them. */
export function statementKind(text: string): StatementKind {
  const statement = text.replace(LEADING_COMMENTS, '');
  if (BEGIN.test(statement)) return { kind: 'begin' };
  if (END.test(statement)) return { kind: 'end' };
  const channel = LISTEN.exec(statement)?.[1];
  return channel === undefined ? { kind: 'other' } : { kind: 'listen', channel };
}

/** True when something follows a semicolon, be it only in a text or comment: such a text must go the way of scripts. */
export function isSeveralStatements(text: string): boolean {
  return /;\s*\S/.test(text.replace(LEADING_COMMENTS, ''));
}
