import { z } from 'zod';
import { runHostCommand } from '#action/src/run-host-command.ts';

const Interpreter = z.object({
  executable: z.string(),
  /** `3.11.7` */
  version: z.string(),
  /** Folders that it needs: its installation and, of a virtual environment, that too. */
  prefixes: z.array(z.string()),
  /** Packages that a person installed for themselves, where pip puts them when the installation cannot be written to. */
  userSite: z.string().nullable(),
});
export type Interpreter = z.infer<typeof Interpreter>;

const Found = z.array(z.string());

const PROBE = `
import json, os, site, sys
user = site.getusersitepackages()
print(json.dumps({
    "executable": sys.executable,
    "version": sys.version.split()[0],
    "prefixes": sorted({sys.base_prefix, sys.prefix}),
    "userSite": user if os.path.isdir(user) else None,
}))
`;

/** `find_spec` of a module without a dot imports nothing. */
const PROBE_MODULES = `
import importlib.util as u, json, sys
modules, sites = json.loads(sys.argv[1])
sys.path += sites
print(json.dumps([name for name in modules if u.find_spec(name) is not None]))
`;

/** Isolated (-I), from the root folder: nothing of the checkout is imported. */
async function probe(python: string, program: string, ...words: string[]): Promise<unknown> {
  const run = await runHostCommand([python, '-I', '-c', program, ...words], '/', 30_000);
  return run.passed ? JSON.parse(run.output.trim().split('\n').at(-1) ?? '') : null;
}

/** The Python of the machine; null when it has no Python 3. */
export async function findInterpreter(): Promise<Interpreter | null> {
  const found = await probe('python3', PROBE);
  return found === null ? null : Interpreter.parse(found);
}

/** Which of these modules it has, in its own folders or in `sites`. */
export async function findModules(
  interpreter: Interpreter,
  modules: readonly string[],
  sites: readonly string[],
): Promise<ReadonlySet<string>> {
  if (modules.length === 0) return new Set();
  const found = await probe(interpreter.executable, PROBE_MODULES, JSON.stringify([modules, sites]));
  return new Set(found === null ? [] : Found.parse(found));
}
