// Loaded by vitest before each test file, in the process that runs it.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { setUp } from './runner-setup.mjs';
import { freezeAll } from './seal-assertions.mjs';
import { begin, end } from './stub-notes.mjs';

const decoy = process.env.MGE_DECOY;
delete process.env.MGE_DECOY;
const folder = process.env.MGE_VITEST;
const vitest = await import(folder);
freezeAll(vitest.chai.Assertion.prototype);
setUp(vitest, { begin, end }, decoy);
// The process is ended without notice when its file is done: what is compared is compared before.
if (globalThis.__mge !== undefined) vitest.afterAll(() => globalThis.__mge.finish(), 600_000);
