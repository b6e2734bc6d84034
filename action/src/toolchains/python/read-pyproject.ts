import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';

/** Extras and groups that tests and checks need, by their usual names. */
const FOR_TESTS = new Set(['dev', 'develop', 'test', 'tests', 'testing', 'lint', 'typing', 'types']);

const Include = z.object({ 'include-group': z.string() });
const Pyproject = z.looseObject({
  project: z
    .looseObject({
      name: z.string(),
      dependencies: z.array(z.string()).default([]),
      'optional-dependencies': z.record(z.string(), z.array(z.string())).default({}),
    })
    .optional(),
  'dependency-groups': z.record(z.string(), z.array(z.union([z.string(), Include]))).default({}),
});
/** By `extra NAME` and `group NAME`: a name can stand for both. */
type Lists = ReadonlyMap<string, readonly (string | z.infer<typeof Include>)[]>;

/**
 * Requirements of a `pyproject.toml`: the dependencies (PEP 621), and the extras and groups (PEP 735) for tests and checks. A text
 * that is no such TOML asks for nothing here: the tools that need it say what is wrong with it.
 */
export function readPyproject(text: string): string[] {
  const parsed = Pyproject.safeParse(parseToml(text));
  if (!parsed.success) return [];
  const { project, 'dependency-groups': groups } = parsed.data;
  const extras = project?.['optional-dependencies'] ?? {};
  const lists: Lists = new Map([
    ...Object.entries(extras).map(([name, entries]) => [`extra ${normalName(name)}`, entries] as const),
    ...Object.entries(groups).map(([name, entries]) => [`group ${normalName(name)}`, entries] as const),
  ]);
  const own = normalName(project?.name ?? '');
  const seen = new Set<string>();
  const forTests = [...lists.keys()].filter((key) => FOR_TESTS.has(key.split(' ')[1] ?? ''));
  return [...new Set([...(project?.dependencies ?? []), ...forTests.flatMap((key) => gather(key, lists, own, seen))])];
}

/** A list with those that it includes, each once. */
function gather(key: string, lists: Lists, own: string, seen: Set<string>): string[] {
  if (seen.has(key)) return [];
  seen.add(key);
  return (lists.get(key) ?? []).flatMap((entry) => {
    const included =
      typeof entry === 'string' ? ownExtras(entry, own) : [`group ${normalName(entry['include-group'])}`];
    if (included.length > 0) return included.flatMap((other) => gather(other, lists, own, seen));
    return typeof entry === 'string' ? [entry] : [];
  });
}

/** `shop[test,lint]` in a list of shop itself: the extras that it names. */
function ownExtras(specifier: string, project: string): string[] {
  const [, name, extras] = /^([\w.-]+)\s*\[([^\]]*)\]/.exec(specifier) ?? [];
  if (name === undefined || extras === undefined || normalName(name) !== project) return [];
  return extras.split(',').map((extra) => `extra ${normalName(extra.trim())}`);
}

/** Packages, extras and groups are compared in lower case, with `-` for every run of `-`, `_` and `.` (PEP 503). */
function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

function parseToml(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    if (cause instanceof TomlError) return null;
    throw cause;
  }
}
