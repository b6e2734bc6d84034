// Loaded by jest before each test file, among the globals of that file, where only CommonJS can be loaded.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const load = (file, names) => {
  const text = readFileSync(join('/mge/drivers', file), 'utf8').replaceAll(/^export /gm, '');
  // The judge's own text, in a file that nobody can write.
  // oxlint-disable-next-line typescript/no-implied-eval
  return new Function(`${text}\nreturn { ${names} };`)();
};
const decoy = process.env.MGE_DECOY;
delete process.env.MGE_DECOY;
load('seal-jest.mjs', 'sealJest').sealJest(globalThis);
load('runner-setup.mjs', 'setUp').setUp(globalThis, load('stub-notes.mjs', 'begin, end'), decoy);
