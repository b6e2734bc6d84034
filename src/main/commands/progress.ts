/** A count on stderr while long work goes on; silent where stderr is no terminal. */
export interface Progress {
  step(): void;
  /** A line that stays, above the count. */
  say(line: string): void;
  end(): void;
}

const every = 50;
const clear = '\r\u001B[K';

export function createProgress(what: string, all: number): Progress {
  let count = 0;
  const isShown = process.stderr.isTTY;
  const wipe = (): void => {
    if (isShown && count >= every) process.stderr.write(clear);
  };
  return {
    step() {
      count += 1;
      if (isShown && count % every === 0) process.stderr.write(`${clear}${count} of ${all} ${what}`);
    },
    say(line) {
      wipe();
      console.error(line);
    },
    end: wipe,
  };
}
