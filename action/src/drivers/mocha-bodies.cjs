// Watches the functions that mocha's tests are made of, which tested code in the same process could replace.
const { apply } = Reflect;
const bodies = new WeakMap();
const find = bodies.get.bind(bodies);
const keep = bodies.set.bind(bodies);
/** What became of a test's own function, by the function itself; null: it never ran. */
const bodyOf = (test) => find(test) ?? null;

/** Watches the function that a test was defined with, whatever is put in its place, or around it, later. */
function keepBody(test) {
  const { fn } = test;
  if (typeof fn !== 'function') return test;
  const body = { ran: false, failed: false };
  const ran = () => void (body.ran = true);
  const failed = () => void (body.failed = true);
  keep(test, body);
  test.fn = function (done, ...rest) {
    const heard = (error) => {
      if (error) failed();
      else ran();
      return done(error);
    };
    try {
      const result = apply(fn, this, done === undefined ? [] : [heard, ...rest]);
      if (typeof result?.then === 'function') result.then(ran, failed);
      else if (done === undefined) ran();
      return result;
    } catch (error) {
      failed();
      throw error;
    }
  };
  return test;
}

/** Where tests come from: from a suite that takes them up, and as copies for another try. */
function keepBodies(kind, prototype) {
  const { addTest, clone } = prototype;
  if (kind === 'Suite')
    prototype.addTest = function (test) {
      return addTest.call(this, keepBody(test));
    };
  if (kind === 'Test')
    prototype.clone = function () {
      return keepBody(clone.call(this));
    };
}

module.exports = { bodyOf, keepBodies };
