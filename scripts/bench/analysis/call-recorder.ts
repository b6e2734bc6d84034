/**
 * The statement that makes `__calls`, on one line: functions tell it when they are entered and left, and it appends each new
 * pair of caller and callee to the file `out`. A generator tells who called it, and who resumes it is not its caller.
 */
export function callRecorder(out: string): string {
  return `globalThis.__calls ??= (() => {
  const { appendFileSync } = process.getBuiltinModule('node:fs');
  const seen = new Set();
  const stack = [];
  const told = (id) => {
    const caller = stack.at(-1);
    const pair = caller + ' ' + id;
    if (caller === undefined || seen.has(pair)) return;
    seen.add(pair);
    appendFileSync(${JSON.stringify(out)}, pair + '\\n');
  };
  return {
    told,
    enter(id) { told(id); return this.resume(id); },
    resume(id) { stack.push(id); return { id, depth: stack.length - 1 }; },
    leave(frame) { stack.length = Math.min(stack.length, frame.depth); },
    wait(frame, value) { stack.length = Math.min(stack.length, frame.depth); return value; },
    awake(frame, value) { stack.length = 0; stack.push(frame.id); frame.depth = 0; return value; },
    next(frame, value) { frame.depth = stack.length; stack.push(frame.id); return value; },
  };
})();`.replaceAll(/\s*\n\s*/gu, ' ');
}
