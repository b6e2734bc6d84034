// Tells whether a call has come by a place, or a mix of places, that no call before it came by.
import { Session } from 'node:inspector';

// As it is before anybody is kept from it.
const { connect } = Session.prototype;
const seen = new Set();
let session = null;

function post(method, settings) {
  let answer = null;
  session.post(method, settings, (error, result) => {
    answer = error === null ? result : null;
  });
  return answer;
}

/** Must begin before the project's code is compiled: what is compiled before is not counted block by block. */
export function watchCoverage() {
  session = new Session();
  Reflect.apply(connect, session, []);
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** Whether something new was reached since it was asked for the last time. */
export function isNews() {
  if (session === null) return false;
  const before = seen.size;
  for (const { url, functions } of post('Profiler.takePreciseCoverage')?.result ?? []) {
    if (!url.startsWith('file:') || url.includes('/node_modules/') || url.includes('/mge/')) continue;
    for (const { ranges } of functions) {
      const [whole] = ranges;
      if (whole.count === 0) continue;
      let mix = `${url} ${whole.startOffset}`;
      for (const { startOffset, count } of ranges) mix += `${count > 0 ? '+' : '-'}${startOffset}`;
      seen.add(mix);
    }
  }
  return seen.size > before;
}
