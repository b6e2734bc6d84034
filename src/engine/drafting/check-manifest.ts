import { z } from 'zod';

/** Scripts that package managers run by themselves, on machines of people and of CI. */
const AUTOMATIC = new Set([
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'prepublishOnly',
  'preprepare',
  'prepare',
  'postprepare',
  'prepack',
  'postpack',
  'dependencies',
]);
const FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

const Names = z.record(z.string(), z.string()).optional();
const Manifest = z.looseObject({
  scripts: Names,
  dependencies: Names,
  devDependencies: Names,
  peerDependencies: Names,
  optionalDependencies: Names,
});

/**
 * What a drafted `package.json` may not bring in: scripts that run on install, and packages from elsewhere than the
 * registry. What stood in it before may stay. One sentence each; other files pass.
 */
export function checkManifest(path: string, text: string, before: string | null): string[] {
  if (!/(?:^|\/)package\.json$/u.test(path)) return [];
  const manifest = readManifest(text);
  if (manifest === null)
    return [`${path} is not a package manifest: it must be a JSON object with texts as scripts and versions.`];
  const known = before === null ? null : readManifest(before);
  const scripts = Object.entries(manifest.scripts ?? {})
    .filter(([name, script]) => AUTOMATIC.has(name) && known?.scripts?.[name] !== script)
    .map(([name]) => `${path} adds the script "${name}", which would run on install.`);
  const packages = FIELDS.flatMap((field) =>
    Object.entries(manifest[field] ?? {})
      .filter(([name, version]) => /[:/]/u.test(version.replace(/^npm:/u, '')) && known?.[field]?.[name] !== version)
      .map(([name]) => `${path} takes ${name.slice(0, 100)} from elsewhere than the package registry.`),
  );
  return [...scripts, ...packages];
}

function readManifest(text: string): z.infer<typeof Manifest> | null {
  try {
    return Manifest.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
