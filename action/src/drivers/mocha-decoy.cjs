// A test that must fail, for mocha: whoever makes failures look like passes does so to it.
const assert = require('node:assert');

const name = process.env.MGE_DECOY;
delete process.env.MGE_DECOY;
(globalThis.it ?? globalThis.test)(name, () => {
  assert.equal(1, 2);
});
