import { parseRate } from '../currency/rate.js';
import { parseCurrency } from '../currency/currency.js';
import { LedgerError } from '../ledger-error.js';
import type { Group, Member, MemberId } from './model.js';

/** Trims a name and refuses an empty one. */
export function cleanName(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name === '') {
    throw new LedgerError('invalid-name', 'a name must not be empty');
  }
  return name;
}

/** Starts a group without members and expenses. */
export function createGroup(name: string, base: string): Group {
  return { name: cleanName(name), base: parseCurrency(base), rates: {}, members: [], expenses: [] };
}

/** Makes an id of a name: lower case, accents dropped, everything else a hyphen. */
export function memberIdOf(name: string): MemberId {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  const id = plain.replace(/[^\p{Letter}\p{Number}]+/gu, '-').replace(/^-|-$/g, '');
  if (id === '') {
    throw new LedgerError('invalid-name', `"${name}" has no letter or digit`);
  }
  return id;
}

/** Finds a member by name or id, whatever the case; null when there is none. */
export function findMember(group: Group, text: string): Member | null {
  const wanted = text.trim().toLowerCase();
  const found = group.members.find((member) => member.id === wanted || member.name.toLowerCase() === wanted);
  return found ?? null;
}

/** Finds a member by name or id, and refuses a stranger. */
export function requireMember(group: Group, text: string): Member {
  const member = findMember(group, text);
  if (member === null) {
    throw new LedgerError('unknown-member', `"${text.trim()}" is not in ${group.name}`);
  }
  return member;
}

/** Adds a member; a second one of the same name is refused. */
export function addMember(group: Group, text: string): Group {
  const name = cleanName(text);
  const id = memberIdOf(name);
  if (group.members.some((member) => member.id === id)) {
    throw new LedgerError('duplicate-member', `${name} is already in ${group.name}`);
  }
  return { ...group, members: [...group.members, { id, name }] };
}

/** Sets what one unit of a currency is worth in the base currency. */
export function setRate(group: Group, code: string, decimal: string): Group {
  const currency = parseCurrency(code);
  if (currency === group.base) {
    throw new LedgerError('invalid-rate', `${currency} is the group's own currency: its rate is always 1`);
  }
  parseRate(decimal);
  return { ...group, rates: { ...group.rates, [currency]: decimal.trim() } };
}
