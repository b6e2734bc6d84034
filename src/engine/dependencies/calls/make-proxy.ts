import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** `new Proxy(target, handler)`, `Proxy.revocable(target, handler)`; false when the name is not of these. */
export function makeProxy(project: ProjectModel, name: string, { site, args, result }: Call): boolean {
  const { graph } = project;
  if (name !== '<builtin>.Proxy' && name !== '<builtin>.Proxy.revocable') return false;
  const [target = -1, handler = -1] = args.map(({ variable }) => variable);
  const proxy = graph.sharedValue('proxy', `${site.file.index}:${site.node}`, () => ({
    kind: 'proxy',
    target,
    handler,
    stored: new Map<string, Variable>(),
  }));
  if (name === '<builtin>.Proxy') graph.put(result, proxy);
  else {
    const held = graph.createVariable();
    graph.put(held, proxy);
    graph.put(result, graph.createValue({ kind: 'object', attributes: new Map([['proxy', held]]) }));
  }
  return true;
}
