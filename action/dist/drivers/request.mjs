// What the judge asks for, on standard input. It is read, and can be taken, before any test file is loaded.
import { readFileSync } from 'node:fs';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import './seal-engine.mjs';
import { toJson, writeOut } from './seal.mjs';

let request = JSON.parse(readFileSync(0, 'utf8'));
const nonce = request.nonce;
delete request.nonce;

/** The request, once. */
export function takeRequest() {
  const taken = request;
  request = null;
  return taken;
}

let writers = 2;

/** A function that writes a report to the judge; only as many are given out as the drivers need. */
export function takeReporter() {
  writers -= 1;
  if (writers < 0) throw new Error('no reporter is left');
  return (message) => writeOut(`\n${nonce}${toJson(message)}\n`);
}
