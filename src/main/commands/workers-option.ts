import { InvalidArgumentError, Option } from 'commander';

/** `--workers N`: how many threads read files. */
export function workersOption(): Option {
  return new Option('--workers <n>', 'threads that read files (default: the cores; few files take one)').argParser(
    (text) => {
      if (!/^[1-9]\d?$/u.test(text)) throw new InvalidArgumentError('Give a number from 1 to 99.');
      return Number(text);
    },
  );
}
