import { compact, plainSignature } from '#engine/atomization/plain-signature.ts';
import { splitTopLevel } from '#engine/atomization/split-top-level.ts';

export interface SignatureParameter {
  readonly name: string;
  /** Null when it is not written. */
  readonly type: string | null;
  readonly isOptional: boolean;
  readonly isRest: boolean;
}

/** A header in a form that can be compared: how it is laid out, and what does not change its meaning, is gone. */
export type Signature =
  | {
      readonly kind: 'callable';
      readonly generics: string;
      readonly parameters: readonly SignatureParameter[];
      readonly returns: string | null;
    }
  | { readonly kind: 'class'; readonly header: string }
  | { readonly kind: 'value'; readonly type: string | null }
  | { readonly kind: 'type'; readonly text: string };

/** Reads a header as the plan or a symbol gives it. `name` is the plain name of the symbol. */
export function readSignature(written: string, name: string): Signature {
  const text = plainSignature(written);
  if (/^(?:interface|type|enum)\b/u.test(text)) return { kind: 'type', text: compact(text) };
  if (/^(?:abstract )?class\b/u.test(text))
    return {
      kind: 'class',
      header: compact(text.split('{')[0] ?? '')
        .replace(/:$/u, '')
        .replace(/\(\)$/u, ''),
    };
  const rest = afterName(text, name);
  const opening = rest.search(/\(/u);
  const equals = splitTopLevel(rest, '=');
  const isFunction = /^(?:def|function)\b/u.test(text) || /^\s*(?:<[^(]*>)?\(/u.test(rest);
  const value = (equals[1] ?? '').trim();
  if (!isFunction && equals.length > 1 && /^(?:async\s+)?(?:function\b|<|\()/u.test(value) && !hasType(equals[0] ?? ''))
    return readCallable(value.replace(/^(?:async\s+)?(?:function\b\s*\*?\s*\w*)?/u, ''));
  if (isFunction && opening >= 0) return readCallable(rest);
  return readValue(equals[0] ?? '');
}

function hasType(beforeEquals: string): boolean {
  return beforeEquals.trim().startsWith(':');
}

function afterName(text: string, name: string): string {
  const word = new RegExp(`(?<![\\w$#])${name.replaceAll(/[^\w]/gu, '\\$&')}(?![\\w$])`, 'u').exec(text);
  return word === null ? text : text.slice(word.index + name.length);
}

function readCallable(text: string): Signature {
  const opening = openingOf(text);
  const inner = balanced(text, opening);
  const after = text.slice(opening + inner.length + 2).trim();
  const returns = /^(?::|->)\s*(.*)$/u.exec(after.replace(/\s*=>\s*(?:\{.*)?$/u, ''))?.[1];
  return {
    kind: 'callable',
    generics: compact(text.slice(0, opening)),
    parameters: splitTopLevel(inner, ',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(readParameter),
    returns: returns === undefined || returns === '' ? null : compact(returns),
  };
}

/** Where the parameters begin: after the type parameters. */
function openingOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === '<') depth += 1;
    else if (text.charAt(at) === '>' && text.charAt(at - 1) !== '=') depth -= 1;
    else if (text.charAt(at) === '(' && depth === 0) return at;
  }
  return 0;
}

/** The text between a bracket and the one that closes it. */
function balanced(text: string, opening: number): string {
  let depth = 0;
  for (let at = opening; at < text.length; at += 1) {
    if (text.charAt(at) === '(') depth += 1;
    else if (text.charAt(at) === ')') depth -= 1;
    if (depth === 0) return text.slice(opening + 1, at);
  }
  return text.slice(opening + 1);
}

function readParameter(written: string): SignatureParameter {
  const [declared = '', initial] = splitTopLevel(written, '=');
  const [name = '', ...types] = splitTopLevel(declared, ':');
  const isOptional = initial !== undefined || name.trim().endsWith('?');
  const clean = name
    .trim()
    .replace(/\?$/u, '')
    .replace(/^(?:(?:public|private|protected|readonly)\s+)+/u, '');
  const type = types.length === 0 ? null : compact(types.join(':'));
  return { name: clean, type, isOptional, isRest: /^(?:\.\.\.|\*)/u.test(clean) };
}

function readValue(declared: string): Signature {
  const type = /^\s*:\s*(.*)$/u.exec(declared)?.[1];
  return { kind: 'value', type: type === undefined || type === '' ? null : compact(type) };
}
