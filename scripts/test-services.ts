import { execFile } from 'node:child_process';
import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installDebianPackages } from '#scripts/install-debian-packages.ts';

/** A program that some tests start, and the Debian package that brings it. */
interface Service {
  readonly program: string;
  readonly debianPackage: string;
  readonly why: string;
  /** Words with which the program ends well only if this is there: a part of it that is a package of its own. */
  readonly proof?: readonly string[];
}

const services: readonly Service[] = [
  { program: 'bwrap', debianPackage: 'bubblewrap', why: 'the sandbox' },
  { program: 'redis-server', debianPackage: 'redis-server', why: 'the queue on Redis' },
  { program: 'postgres', debianPackage: 'postgresql', why: 'the store on PostgreSQL' },
  { program: 'python3', debianPackage: 'python3', why: 'the Python tool chain' },
  { program: 'python3', debianPackage: 'python3-pytest', why: 'pytest', proof: ['-I', '-c', 'import pytest'] },
];

export async function findMissingServices(): Promise<Service[]> {
  const found = await Promise.all(services.map(async (service) => ((await isThere(service)) ? null : service)));
  return found.filter((service) => service !== null);
}

async function isThere({ program, proof }: Service): Promise<boolean> {
  if (proof === undefined) return isInstalled(program);
  return promisify(execFile)(program, [...proof]).then(
    () => true,
    () => false,
  );
}

async function isInstalled(program: string): Promise<boolean> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  const hits = await Promise.all(
    folders.map((folder) =>
      access(join(folder, program), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return hits.includes(true);
}

/** Installs what is missing with apt where that is possible without asking; else says what to install, and ends. */
export async function installServices(missing: readonly Service[]): Promise<void> {
  const packages = missing.map((service) => service.debianPackage);
  for (const service of missing)
    console.error(
      `The tests of ${service.why} need \`${[service.program, ...(service.proof ?? [])].join(' ')}\` (Debian package ${service.debianPackage}).`,
    );
  if (await installDebianPackages(packages)) return;
  console.error(`Could not install them here. Run: sudo apt-get install ${packages.join(' ')}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
