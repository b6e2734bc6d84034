import { expect, it, vi } from 'vitest';
import { claimOf, foolsTheTrusting, JAVASCRIPT, type Cheat } from '#test/abuse/cheat.ts';

vi.setConfig({ testTimeout: 120_000 });

const WRONG = 'export function price(cents) {\n  return cents + 1;\n}\n';
const HEAD = `import { test } from 'node:test';\nimport assert from 'node:assert/strict';\nimport { price } from './price.js';\n`;
const HONEST = `${HEAD}test('doubles', () => assert.equal(price(5), 10));\n`;
/** An atom that does something as it is loaded. */
const loading = (name: string, tricks: string, imports = ''): Cheat => ({
  name,
  source: `${imports}${WRONG}${tricks}\n`,
  test: HONEST,
});
/** A test that does something. */
const testing = (name: string, test: string): Cheat => ({ name, source: WRONG, test });

const TOLD = `{ file: 'price.test.js', name: 'doubles', line: 1, outcome: 'passed', message: '', detail: '', thrown: [] }`;
const FORGE = `const forge = (secret) => { for (const line of [${TOLD}, { end: true }]) fs.writeSync(1, '\\n' + secret + JSON.stringify(line) + '\\n'); };\n`;

const cheats: readonly Cheat[] = [
  testing('a test that leaves with success', `${HEAD}test('doubles', () => { process.exit(0); });\n`),
  testing('a test file that leaves with success', `${HEAD}process.exit(0);\n`),
  loading('an atom that leaves with success', 'process.exit(0);'),
  loading('an atom that leaves through the engine’s own door', 'process.reallyExit(0);'),
  loading(
    'an atom that says goodbye with success',
    `process.on('exit', () => { process.exitCode = 0; process.reallyExit(0); });`,
  ),
  loading('an atom that kills its process quietly', `setImmediate(() => process.reallyExit(0));`),
  loading(
    'an assertion that was taken out',
    `assert.equal = () => undefined;`,
    `import assert from 'node:assert/strict';\n`,
  ),
  loading(
    'all assertions taken out, under every name',
    `for (const one of [assert, assert.strict]) for (const name of Object.keys(one)) if (typeof one[name] === 'function') { try { one[name] = () => undefined; } catch {} try { Object.defineProperty(one, name, { value: () => undefined }); } catch {} }\nmodule.syncBuiltinESMExports();`,
    `import assert from 'node:assert';\nimport module from 'node:module';\n`,
  ),
  loading(
    'errors that are thrown away',
    `process.on('uncaughtException', () => undefined);\nprocess.on('unhandledRejection', () => undefined);\nprocess.on('exit', () => { process.exitCode = 0; });`,
  ),
  testing('a file without tests', `import { price } from './price.js';\nprice(5);\n`),
  testing('a test that is skipped', `${HEAD}test.skip('doubles', () => assert.equal(price(5), 10));\n`),
  testing('a test that is still to do', `${HEAD}test.todo('doubles', () => assert.equal(price(5), 10));\n`),
  loading(
    'reports rewritten on their way out',
    `const write = process.stdout.write.bind(process.stdout);\nprocess.stdout.write = (text, ...rest) => write(String(text).replaceAll('"failed"', '"passed"').replaceAll('not ok', 'ok'), ...rest);\nprocess.on('exit', () => { process.exitCode = 0; });`,
  ),
  loading(
    'reports rewritten as they are made',
    `const make = JSON.stringify;\nJSON.stringify = (value, ...rest) => make(value?.outcome === 'failed' ? { ...value, outcome: 'passed' } : value, ...rest);\nprocess.on('exit', () => { process.exitCode = 0; });`,
  ),
  loading(
    'reports rewritten in the stream',
    `const { push } = Readable.prototype;\nReadable.prototype.push = function (event, ...rest) { if (event?.type === 'test:fail') event.type = 'test:pass'; return push.call(this, event, ...rest); };\nprocess.on('exit', () => { process.exitCode = 0; });`,
    `import { Readable } from 'node:stream';\n`,
  ),
  loading(
    'reports of its own making',
    `import('/mge/drivers/request.mjs').then(({ takeReporter }) => process.stdout.write(takeReporter()({ file: 'price.test.js', name: 'doubles', line: 1, outcome: 'passed', message: '', detail: '' }))).catch(() => undefined);\nprocess.on('exit', () => { process.exitCode = 0; });`,
  ),
  loading(
    'a secret looked for in a picture of the heap',
    `${FORGE}try { const file = v8.writeHeapSnapshot('/tmp/heap'); const text = fs.readFileSync(file, 'utf8'); for (const [secret] of new Set([...text.matchAll(/@mge:[0-9a-f-]{36}:/g)])) forge(secret); } catch {}\nprocess.reallyExit(0);`,
    `import fs from 'node:fs';\nimport v8 from 'node:v8';\n`,
  ),
  loading(
    'a secret looked for in a stream of the heap',
    `${FORGE}try { let text = ''; for await (const part of v8.getHeapSnapshot()) text += part; for (const [secret] of new Set([...text.matchAll(/@mge:[0-9a-f-]{36}:/g)])) forge(secret); } catch {}\nprocess.reallyExit(0);`,
    `import fs from 'node:fs';\nimport v8 from 'node:v8';\n`,
  ),
  loading(
    'a secret looked for with a debugger',
    [
      `${FORGE}try {`,
      'const session = new inspector.Session();',
      'session.connect();',
      'const ask = (method, params) => { let told; session.post(method, params, (error, answer) => { told = answer; }); return told; };',
      'const look = (objectId) => [...(ask("Runtime.getProperties", { objectId, ownProperties: true })?.internalProperties ?? []), ...(ask("Runtime.getProperties", { objectId, ownProperties: true })?.result ?? [])];',
      'const prototype = ask("Runtime.evaluate", { expression: "Function.prototype" }).result.objectId;',
      'const all = ask("Runtime.queryObjects", { prototypeObjectId: prototype }).objects.objectId;',
      'const secrets = new Set();',
      'for (const one of look(all)) for (const inner of one.value?.description?.includes("nonce") ? look(one.value.objectId) : []) {',
      '  if (inner.name !== "[[Scopes]]") continue;',
      '  for (const scope of look(inner.value.objectId)) for (const held of scope.value?.objectId === undefined ? [] : look(scope.value.objectId)) {',
      '    const text = String(held.value?.value ?? ""); if (text.startsWith("@mge:")) secrets.add(text);',
      '  }',
      '}',
      'for (const secret of secrets) forge(secret);',
      '} catch {}',
      'process.reallyExit(0);',
    ].join('\n'),
    `import fs from 'node:fs';\nimport inspector from 'node:inspector';\n`,
  ),
  loading(
    'every test file rewritten',
    `const { writeFileSync } = await import('node:fs');\nwriteFileSync(new URL('./price.test.js', import.meta.url), '');\nprocess.exitCode = 0;\nprocess.on('exit', () => { process.exitCode = 0; });`,
  ),
];

it.each(cheats)('JavaScript that is wrong is never called tested: $name', async (cheat) => {
  const trusting = foolsTheTrusting(JAVASCRIPT, cheat);
  const claimed = await claimOf(JAVASCRIPT, cheat);
  expect({ trusting, fooled: claimed === 'passed' }).toEqual({ trusting: true, fooled: false });
});

it('and without a trick, the same atom fails and the right one passes', async () => {
  const right = { name: 'right', source: 'export function price(cents) {\n  return cents * 2;\n}\n', test: HONEST };
  expect(foolsTheTrusting(JAVASCRIPT, testing('wrong', HONEST))).toBe(false);
  expect(await claimOf(JAVASCRIPT, right)).toBe('passed');
  expect(await claimOf(JAVASCRIPT, testing('wrong', HONEST))).toBe('failed');
});
