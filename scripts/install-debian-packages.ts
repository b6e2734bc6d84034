import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Installs packages with apt where that is possible without asking anybody; true when they are there. */
export async function installDebianPackages(packages: readonly string[]): Promise<boolean> {
  const words = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = async (...request: readonly string[]): Promise<void> => {
    const [program = '', ...rest] = [...words, 'apt-get', '-qq', ...request];
    await execute(program, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 50e6 });
  };
  try {
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', ...packages);
    return true;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message.slice(0, 2000) : cause);
    return false;
  }
}
