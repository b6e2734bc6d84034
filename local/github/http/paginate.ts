import type { Json, JsonObject } from '#local/github/json.ts';
import type { Call, Reply } from '#local/github/http/route.ts';

interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly last: number;
}

function cut<T>(call: Call, all: readonly T[]): Page<T> & { readonly size: number } {
  const number = (name: string, otherwise: number) => Math.max(1, Number(call.query.get(name)) || otherwise);
  const size = Math.min(100, number('per_page', 30));
  const page = number('page', 1);
  return {
    items: all.slice((page - 1) * size, page * size),
    page,
    size,
    last: Math.max(1, Math.ceil(all.length / size)),
  };
}

function linkHeader(call: Call, path: string, { page, last }: Page<unknown>): Record<string, string> {
  const link = (to: number, relation: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    return `<${call.world.url}/api/v3${path}?${query.toString()}>; rel="${relation}"`;
  };
  const back = page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : [];
  const on = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
  const links = [...back, ...on];
  return links.length === 0 ? {} : { link: links.join(', ') };
}

/** The path of the call, for the links of its pages. */
function pathOf(call: Call, template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.params[name] ?? ''));
}

/** One page of a plain list. */
export function listReply<T>(call: Call, template: string, all: readonly T[], present: (item: T) => Json): Reply {
  const page = cut(call, all);
  return { status: 200, body: page.items.map(present), headers: linkHeader(call, pathOf(call, template), page) };
}

/** One page of a list that GitHub wraps with its total count. */
export function countedReply<T>(
  call: Call,
  {
    template,
    key,
    all,
    present,
  }: {
    readonly template: string;
    readonly key: string;
    readonly all: readonly T[];
    readonly present: (item: T) => JsonObject;
  },
): Reply {
  const page = cut(call, all);
  const body = { total_count: all.length, [key]: page.items.map(present) };
  return { status: 200, body, headers: linkHeader(call, pathOf(call, template), page) };
}
