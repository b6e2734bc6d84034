import { dropInvisible, normalizeLines } from '#domain/prompt/invisible-characters.ts';

export const ORDERS = 'words that give orders to an AI';

/** Words by which a text tries to steer whoever (or whatever) reads it, and how a maintainer is told of them. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  [
    ORDERS,
    /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|polic(?:y|ies)|restrictions?)\b|\byou are (?:now|no longer)\b|\bnew (?:system )?(?:prompt|instructions?)\b|\b(?:developer|god|dan|jailbreak) mode\b|\bdo not (?:tell|mention|inform|show|report)\b.{0,40}\b(?:users?|maintainers?|reviewers?|humans?|anyone)\b|\bas an? (?:ai|language model|assistant)\b/isu,
  ],
  [
    'what looks like the inside of a prompt or a tool’s result',
    /<\s*[/\\]?\s*(?:untrusted|system|assistant|user|human|tool_result|tool_use|function_results?|function_calls?|antml|instructions?)\b|<\|[a-z_]+\|>|^\s*(?:system|assistant|human)\s*:|\[\/?(?:inst|system)\]|\bMGE request: stage=|"type"\s*:\s*"tool_(?:use|result)"/imu,
  ],
  [
    'a request for secrets',
    /\b(?:print|reveal|send|post|exfiltrate|include|output|leak|upload|show|echo|dump|read|curl)\b.{0,80}(?<![a-z])(?:secrets?|tokens?|api[ _-]?keys?|credentials?|passwords?|private[ _-]keys?|environment variables?|process\.env|os\.environ)(?:\b|_)/isu,
  ],
  [
    'a request to change workflows, settings of agents or other protected files',
    /\b(?:edit|add|change|write|update|create|append|modify|delete|overwrite|put|commit|disable|replace)\b.{0,80}(?:\.github\/|workflows?\/|claude\.md|agents\.md|\.cursor|\.npmrc|\.git\/|\.mge\/|\.env\b|package-lock|\bCODEOWNERS\b|post-?install)/isu,
  ],
  [
    'a request to approve, merge or push past the review',
    /\b(?:approve|merge|force-?push)\b.{0,40}\b(?:yourself|without (?:review|asking|approval)|immediately|automatically|right away)\b/isu,
  ],
];

const HIDDEN =
  /<!--([\s\S]*?)(?:-->|(?![\s\S]))|^ {0,3}\[[^\]\n]{1,200}\]:\s*\S+\s+(?:"([^"\n]*)"|'([^'\n]*)'|\(([^)\n]*)\))/gmu;
// Directional overrides and isolates, tags, zero-width characters between letters: nobody types these by accident.
const CONCEALING =
  /[\u202A-\u202E\u2066-\u2069]|[\u{E0000}-\u{E007F}]|[\p{L}\p{N} ][\u200B\u2060\u180E\u00AD]|[\u200B\u2060][\p{L}\p{N}]/u;
const ENCODED = /(?:[A-Za-z0-9+/]{4}){10,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?/gu;
const LONGEST = 200_000;

/**
 * What in a text of people or files looks like an attempt to steer MGE, in words for maintainers; empty for plain text. A
 * hint, not a wall: nothing depends on it, since all of such text is only material, wherever it comes from.
 */
export function findAttempts(text: string): string[] {
  const lines = normalizeLines(text.slice(0, LONGEST));
  const plain = dropInvisible(lines);
  const found = signsIn(plain);
  if (CONCEALING.test(lines)) found.push('invisible or direction-changing characters');
  const hidden = [...plain.matchAll(HIDDEN)].map(([, ...parts]) => parts.join(' '));
  if (hidden.some((part) => signsIn(part).length > 0 || /(?:^|\s)\/mge\b/u.test(part)))
    found.push('orders in text that the page does not show');
  if ((plain.match(ENCODED) ?? []).some((code) => signsIn(decode(code)).length > 0)) found.push('encoded orders');
  return [...new Set(found)];
}

function signsIn(text: string): string[] {
  return SIGNS.filter(([, sign]) => sign.test(text)).map(([what]) => what);
}

function decode(code: string): string {
  try {
    return atob(code);
  } catch {
    return '';
  }
}
