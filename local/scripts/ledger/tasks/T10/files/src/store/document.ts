import { addExpense } from '../expense/add-expense.js';
import { addMember, createGroup, setRate } from '../group/group.js';
import type { Group } from '../group/model.js';
import { LedgerError } from '../ledger-error.js';
import { readExpenses } from './read-expense.js';
import { type JsonObject, readObject, readText, readTexts } from './read-json.js';

/** The version of the documents that this program writes and reads. */
export const VERSION = 1;

/** Writes a group as a JSON document: the same group gives the same text. */
export function writeDocument(group: Group): string {
  const members = group.members.map((member) => member.name);
  const { name, base, rates, expenses } = group;
  return `${JSON.stringify({ version: VERSION, name, base, rates, members, expenses }, null, 2)}\n`;
}

/** Parses JSON, and refuses what is not. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LedgerError('invalid-document', 'the file is not JSON');
  }
}

/** Refuses a document of another version. */
function checkVersion(document: JsonObject): void {
  if (document.version !== VERSION) {
    throw new LedgerError('invalid-document', `version ${String(document.version)} is not known; ${VERSION} is`);
  }
}

/** A group with the name, rates and members of a document, but no expenses yet. */
function readPeople(document: JsonObject): Group {
  const empty = createGroup(readText(document.name, 'name'), readText(document.base, 'base'));
  const rates = Object.entries(readObject(document.rates, 'rates'));
  const rated = rates.reduce((group, [code, rate]) => setRate(group, code, readText(rate, `rates.${code}`)), empty);
  return readTexts(document.members, 'members').reduce(addMember, rated);
}

/** Reads a document back, checking everything as if it were entered anew. */
export function readDocument(text: string): Group {
  const document = readObject(parseJson(text), 'the document');
  checkVersion(document);
  return readExpenses(document.expenses, 'expenses').reduce(addExpense, readPeople(document));
}
