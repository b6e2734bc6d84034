// Texts and numbers that stand in the tests: what functions that no test calls might be given.
import { readFileSync } from 'node:fs';

const MOST = 60;
const LITERAL =
  /'((?:[^'\\\n]|\\.){1,200})'|"((?:[^"\\\n]|\\.){1,200})"|`((?:[^`\\$]|\\.){1,200})`|\b(\d{1,9}(?:\.\d{1,6})?)\b/g;
const ESCAPES = { n: '\n', t: '\t', r: '\r' };

/** Read once, spread over all that the files say. */
export function toldIn(files) {
  const found = new Set();
  for (const file of files) for (const one of literalsOf(file)) found.add(one);
  const all = [...found];
  const step = Math.max(1, all.length / MOST);
  return Array.from({ length: Math.min(MOST, all.length) }, (_, at) => all[Math.floor(at * step)]);
}

function literalsOf(file) {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return []; // a test that stands elsewhere where it is run
  }
  return Array.from(text.matchAll(LITERAL), ([, single, double, template, number]) =>
    number === undefined ? unescaped(single ?? double ?? template) : Number(number),
  );
}

function unescaped(text) {
  return text.replaceAll(/\\(.)/gs, (_, sign) => ESCAPES[sign] ?? sign);
}
