// Has jest load the judge's setup before each test file, beside what the project's own settings load.
import Module from 'node:module';

const SETUP = '/mge/drivers/jest-setup.cjs';
const SEAL = '/mge/drivers/jest-seal.cjs';

function withSetup(real) {
  const readConfigs = async (...words) => {
    const read = await real.readConfigs(...words);
    const configs = read.configs.map((one) => ({
      ...one,
      setupFilesAfterEnv: [SETUP, ...(one.setupFilesAfterEnv ?? []), SEAL],
    }));
    return { ...read, configs };
  };
  return { ...real, readConfigs };
}

const load = Module._load;
let changed = null;
Module._load = function (request, ...rest) {
  const real = load.call(this, request, ...rest);
  if (request !== 'jest-config') return real;
  changed ??= withSetup(real);
  return changed;
};
