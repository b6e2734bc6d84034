import { importSpecifiers } from '#domain/build/find-imported-paths.ts';

/** Packages that a new text imports and that no file of the project imported before, in words. */
export function newPackages(before: string, after: string, project: readonly string[]): string[] {
  const known = new Set([before, ...project].flatMap(importSpecifiers).map(packageOf));
  const fresh = importSpecifiers(after).filter(
    (specifier) => !specifier.startsWith('.') && !known.has(packageOf(specifier)),
  );
  return fresh.map((specifier) => `it imports ${specifier}, which the plan does not name`);
}

/** `zod/v4` → `zod`, `@scope/name/part` → `@scope/name`, `os.path` → `os`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  if (specifier.startsWith('@')) return parts.slice(0, 2).join('/');
  return (parts[0] ?? specifier).split('.')[0] ?? specifier;
}
