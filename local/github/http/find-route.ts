import type { Route } from '#local/github/http/route.ts';

interface CompiledRoute {
  readonly route: Route;
  readonly pattern: RegExp;
}

/** Parameters that may hold slashes. (The path of contents is apart: a repository's root has none.) */
const shapes: Readonly<Record<string, string>> = { ref: '.+', basehead: '.+', branch: '.+', name: '.+' };

function compile(route: Route): CompiledRoute {
  const source = route.path
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace('/{path}', '(?:/|$)(?<path>.*)')
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${shapes[name] ?? '[^/]+'})`);
  return { route, pattern: new RegExp(`^${source}$`) };
}

function weigh(route: Route): number {
  const parts = route.path.split('/');
  const fixed = parts.filter((part) => !part.startsWith('{')).length;
  return fixed * 100 + parts.length;
}

export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Gives the function that finds the route of a method and a still encoded path. */
export function createFindRoute(routes: readonly Route[]): (method: string, path: string) => FoundRoute | null {
  // the more fixed parts, the closer the match: `commits/{ref}/check-runs` before `commits/{ref}`
  const compiled = [...routes].sort((left, right) => weigh(right) - weigh(left)).map(compile);
  return (method, path) => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method.toLowerCase() ? pattern.exec(path) : null;
      if (!match) continue;
      const params = Object.entries(match.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]);
      return { route, params: Object.fromEntries(params) };
    }
    return null;
  };
}
