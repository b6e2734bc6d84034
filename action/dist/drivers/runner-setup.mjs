// What every test file of vitest and jest begins with: a test that must fail, and a look at what each test left behind.

/** Assertions that are wrong, each by another way of comparing. */
const WRONG = [
  (expect) => expect(1).toBe(2),
  (expect) => expect(1).not.toBe(1),
  (expect) => expect({ a: 1 }).toEqual({ a: 2 }),
  (expect) => expect([1]).toStrictEqual([2]),
  (expect) => expect(false).toBeTruthy(),
  (expect) => expect(1).toBeFalsy(),
  (expect) => expect(1).toBeNull(),
  (expect) => expect(1).toBeUndefined(),
  (expect) => expect(undefined).toBeDefined(),
  (expect) => expect(1).toBeGreaterThan(2),
  (expect) => expect(2).toBeLessThan(1),
  (expect) => expect(1).toBeCloseTo(2),
  (expect) => expect('a').toMatch(/b/),
  (expect) => expect(['a']).toContain('b'),
  (expect) => expect(['a']).toHaveLength(2),
  (expect) => expect({ a: 1 }).toMatchObject({ a: 2 }),
  (expect) => expect({ a: 1 }).toHaveProperty('b'),
  (expect) => expect(() => undefined).toThrow(),
];

/** The number of a wrong assertion that is let through; -1 while there is none. */
function lenient(expect) {
  return WRONG.findIndex((wrong) => {
    try {
      wrong(expect);
      return true;
    } catch {
      return false;
    }
  });
}

/** A task that has failed stays failed, whatever is written into it later. */
function latch(task) {
  const { result } = task;
  let { state } = result;
  Object.defineProperty(result, 'state', {
    configurable: false,
    enumerable: true,
    get: () => state,
    set(next) {
      if (state !== 'fail') state = next;
    },
  });
  Object.defineProperty(task, 'result', { value: result, writable: false, configurable: false, enumerable: true });
}

/** `decoy`: the name of the test that must fail. */
export function setUp({ test, expect, beforeEach, afterEach }, { begin, end }, decoy) {
  const count = expect.getState === undefined ? null : () => expect.getState();
  test(decoy, () => {
    if (lenient(expect) < 0) throw new Error('as it must');
  });
  // Without a parameter of its own: jest would wait until it is called.
  beforeEach((...words) => {
    const [context] = words;
    begin('test');
    if (context?.task?.result !== undefined) latch(context.task);
  });
  afterEach(() => {
    const before = count?.() ?? {};
    const { assertionCalls, numPassingAsserts } = before;
    const stubs = end('test');
    const changed = lenient(expect);
    expect.setState?.({ assertionCalls, ...(numPassingAsserts === undefined ? {} : { numPassingAsserts }) });
    if (changed >= 0) throw new Error(`the code under test has replaced an assertion: ${String(WRONG[changed])}`);
    // Whoever caught it, and whatever it said then: the test stands and falls with something that is not there yet.
    if (stubs.length > 0) throw new Error(`mge: not generated yet: ${stubs[0]}`);
  });
}
