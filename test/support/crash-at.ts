/** Thrown where a process is killed in a story. */
export class Crash extends Error {}

/** Counts calls; kills at the ones that were chosen. A dead process does nothing more until it is revived. */
export interface Fuse {
  touch(): void;
  revive(): void;
  readonly dead: boolean;
  /** Calls since the last crash. */
  readonly touched: number;
}

export function createFuse(crashes: readonly number[]): Fuse {
  const left = [...crashes];
  let touched = 0;
  let dead = false;
  return {
    get dead() {
      return dead;
    },
    get touched() {
      return touched;
    },
    touch() {
      if (dead) throw new Crash('still dead');
      if (left[0] === undefined || touched < left[0]) {
        touched += 1;
        return;
      }
      left.shift();
      touched = 0;
      dead = true;
      throw new Crash('killed');
    },
    revive() {
      dead = false;
    },
  };
}

/** The same port, whose every call may be cut off before or after it did its work. */
export function crashing<T extends object>(port: T, fuse: Fuse): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...parameters: unknown[]): Promise<unknown> => {
        fuse.touch();
        const answer: unknown = await Reflect.apply(value, target, parameters);
        fuse.touch();
        return answer;
      };
    },
  });
}
