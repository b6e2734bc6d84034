/** A count on stderr while long work goes on; silent where stderr is no terminal. */
export interface Progress {
  step(): void;
  end(): void;
}

const every = 50;

export function createProgress(what: string): Progress {
  let count = 0;
  const isShown = process.stderr.isTTY;
  return {
    step() {
      count += 1;
      if (isShown && count % every === 0) process.stderr.write(`\r${count} ${what}`);
    },
    end() {
      if (isShown && count >= every) process.stderr.write('\r\u001B[K');
    },
  };
}
