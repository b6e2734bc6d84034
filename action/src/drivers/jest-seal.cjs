// Loaded by jest right before each test file, after what the project itself loads.
const { readFileSync } = require('node:fs');

const text = readFileSync('/mge/drivers/seal-jest.mjs', 'utf8').replaceAll(/^export /gm, '');
// The judge's own text, in a file that nobody can write.
// oxlint-disable-next-line typescript/no-implied-eval
new Function(`${text}\nreturn sealBuiltins;`)()(globalThis);
