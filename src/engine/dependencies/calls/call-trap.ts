import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { loadFrom, unknownKey } from '#engine/dependencies/members/attributes.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** One function of a handler is asked for all members: functions that it gives back for one of them are none of the others. */
const givenBack: ReadonlySet<string> = new Set(['instance', 'object', 'proxy']);

/**
 * What is done with a proxy runs a function of its handler (`get`, `set`, `has`…): each gets the target first, then what `call` gives it.
 * The names of members are not passed on: the handler would give each asker the members of all.
 */
export function callTrap(project: ProjectModel, trap: string, object: Variable, call: Call): void {
  const { graph } = project;
  if (!project.hasProxies) return;
  graph.onValue(object, (id) => {
    const value = graph.valueOf(id);
    if (value.kind !== 'proxy') return;
    const [member, result] = [graph.createVariable(), graph.createVariable()];
    graph.onValue(value.handler, (handler) => {
      for (const name of [trap, unknownKey]) loadFrom(project, handler, name, member);
    });
    const args = [{ variable: value.target, name: null, isSpread: false }, ...call.args];
    graph.onValue(member, (found) => {
      if (graph.valueOf(found).kind !== 'proxy') invokeValue(project, found, { site: call.site, args, result });
    });
    graph.onValue(result, (given) => {
      if (givenBack.has(graph.valueOf(given).kind)) graph.put(call.result, given);
    });
  });
}

/** An argument of which nothing is known. */
export const unknownArgument = { variable: -1, name: null, isSpread: false };
