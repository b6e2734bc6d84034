import { z } from 'zod';
import type { SourceFile } from '#domain/atom/source-file.ts';

/** What package.json, tsconfig.json and go.mod say about how imports find files. Targets are paths from the root, `*` stands for the rest. */
export interface ProjectSettings {
  /** Pattern (`#domain/*`, `@/*`, a workspace's name) → targets, in the order to be tried. */
  readonly aliases: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
  /** The modules that go.mod files name, the longest names first, with their folders. */
  readonly modules: readonly { readonly name: string; readonly folder: string }[];
  /** Whether any package.json is there. */
  readonly hasPackages: boolean;
}

const isPackageJson = /(?:^|\/)package\.json$/u;
const PackageJson = z.object({
  name: z.string().optional(),
  main: z.string().optional(),
  module: z.string().optional(),
  imports: z.record(z.string(), z.unknown()).optional(),
  exports: z.unknown().optional(),
});
const TsConfig = z.object({
  compilerOptions: z
    .object({ baseUrl: z.string().optional(), paths: z.record(z.string(), z.array(z.string())).optional() })
    .optional(),
});

/** Reads the settings among a project's files. What cannot be read is left out: the imports then show as unresolved. */
export function readProjectSettings(files: readonly SourceFile[]): ProjectSettings {
  const aliases = files.flatMap(({ path, text }) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    if (isPackageJson.test(path)) return packageAliases(folder, parseJson(text));
    if (/(?:^|\/)[jt]sconfig(?:\.\w+)?\.json$/u.test(path)) return configAliases(folder, parseJson(text));
    return [];
  });
  const modules = files.flatMap(({ path, text }) => {
    const name = /(?:^|\/)go\.mod$/u.test(path) ? /^module\s+(\S+)/mu.exec(text)?.[1] : undefined;
    return name === undefined ? [] : [{ name, folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))) }];
  });
  return {
    aliases: aliases.toSorted((a, b) => b.pattern.length - a.pattern.length),
    modules: modules.toSorted((a, b) => b.name.length - a.name.length),
    hasPackages: files.some(({ path }) => isPackageJson.test(path)),
  };
}

function packageAliases(folder: string, json: unknown): ProjectSettings['aliases'][number][] {
  const parsed = PackageJson.safeParse(json);
  if (!parsed.success) return [];
  const { name, imports = {}, main, module, exports } = parsed.data;
  const own = Object.entries(imports).map(([pattern, target]) => ({ pattern, targets: targetsOf(folder, target) }));
  if (name === undefined) return own;
  const entries =
    isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.')) ? exports : { '.': exports };
  const exported = Object.entries(entries).map(([key, target]) => ({
    pattern: key === '.' ? name : name + key.slice(1),
    targets: [
      ...targetsOf(folder, target),
      ...(key === '.' ? targetsOf(folder, [main, module, './src/index', './index', './lib/index', './src/main']) : []),
    ],
  }));
  return [...own, ...exported];
}

function configAliases(folder: string, json: unknown): ProjectSettings['aliases'][number][] {
  const parsed = TsConfig.safeParse(json);
  if (!parsed.success) return [];
  const { baseUrl, paths = {} } = parsed.data.compilerOptions ?? {};
  const base = folder + clean(baseUrl ?? '.');
  const mapped = Object.entries(paths).map(([pattern, targets]) => ({
    pattern,
    targets: targets.map((target) => join(base, target)),
  }));
  return baseUrl === undefined ? mapped : [...mapped, { pattern: '*', targets: [join(base, '*')] }];
}

/** The paths in a target of any depth of conditions. */
function targetsOf(folder: string, target: unknown): string[] {
  if (typeof target === 'string') return [join(folder, target)];
  if (Array.isArray(target)) return target.flatMap((each) => targetsOf(folder, each));
  return isRecord(target) ? Object.values(target).flatMap((each) => targetsOf(folder, each)) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(folder: string, target: string): string {
  const base = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return base + clean(target);
}

function clean(path: string): string {
  return path === '.' ? '' : path.replace(/^\.\//u, '');
}

/** JSON with comments and trailing commas, as tsconfig allows; null when it cannot be read. */
function parseJson(text: string): unknown {
  const withoutComments = text.replaceAll(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu, (_, string) =>
    typeof string === 'string' ? string : '',
  );
  try {
    return JSON.parse(withoutComments.replaceAll(/,(\s*[}\]])/gu, '$1'));
  } catch {
    return null;
  }
}
