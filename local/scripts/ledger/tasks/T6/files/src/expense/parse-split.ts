import { requireMember } from '../group/group.js';
import type { Group, MemberId, Part, Split } from '../group/model.js';
import { LedgerError } from '../ledger-error.js';
import { parseAmount } from '../money/parse-amount.js';

/** Cuts a list such as `Ana; Ben` into its items. */
export function listItems(text: string): string[] {
  const items = text.split(';').map((item) => item.trim());
  return items.filter((item) => item !== '');
}

/** Reads a count of shares: a whole number, zero or more. */
export function parseShareCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new LedgerError('invalid-split', `"${text}" is not a number of shares`);
  }
  return Number(text);
}

/** Reads one `name=value` of a split. */
function parsePart(group: Group, item: string, parseValue: (text: string) => number): Part {
  const [name, value, ...rest] = item.split('=');
  if (value === undefined || rest.length > 0) {
    throw new LedgerError('invalid-split', `"${item}" is not of the form name=value`);
  }
  return { member: requireMember(group, name).id, value: parseValue(value.trim()) };
}

/** The members of an equal split: those listed, or everyone. */
function parseMembers(group: Group, text: string): MemberId[] {
  const items = listItems(text);
  if (items.length === 0) {
    return group.members.map((member) => member.id);
  }
  return items.map((item) => requireMember(group, item).id);
}

/** Reads a split from its kind and its members as people write them: `shares`, `Ana=2; Ben=1`. */
export function parseSplit(group: Group, kind: string, members: string): Split {
  switch (kind.trim().toLowerCase()) {
    case 'equal':
      return { kind: 'equal', members: parseMembers(group, members) };
    case 'shares':
      return { kind: 'shares', parts: listItems(members).map((item) => parsePart(group, item, parseShareCount)) };
    case 'exact':
      return { kind: 'exact', parts: listItems(members).map((item) => parsePart(group, item, parseAmount)) };
    default:
      throw new LedgerError('invalid-split', `"${kind}" is not equal, shares or exact`);
  }
}
