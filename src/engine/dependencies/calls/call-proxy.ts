import type { AbstractValue, ValueId } from '#engine/dependencies/values/abstract-value.ts';
import { loadAttribute } from '#engine/dependencies/members/attributes.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { putList } from '#engine/dependencies/flow/put-typed.ts';

/** A proxy that is called, or of which an object is made: its handler does that, or else the target. `invoke`: calls one value. */
export function callProxy(
  project: ProjectModel,
  { target, handler }: Extract<AbstractValue, { kind: 'proxy' }>,
  call: Call,
  invoke: (id: ValueId, call: Call) => void,
): void {
  const { graph } = project;
  const [trap, elements, list] = [graph.createVariable(), graph.createVariable(), graph.createVariable()];
  for (const { variable } of call.args) graph.copy(variable, elements);
  putList(project, elements, list, 'Array');
  const given = call.isNew === true ? [target, list] : [target, -1, list];
  const args = given.map((variable) => ({ variable, name: null, isSpread: false }));
  loadAttribute(project, handler, call.isNew === true ? 'construct' : 'apply', trap);
  const isPlain = (id: ValueId): boolean => plain.has(graph.valueOf(id).kind);
  graph.onValue(trap, (id) => {
    if (isPlain(id)) invoke(id, { site: call.site, args, result: call.result });
  });
  project.later.run(() => {
    if (graph.count(trap) > 0) return;
    graph.onValue(target, (id) => {
      if (isPlain(id)) invoke(id, call);
    });
  });
}

/** What can be called and is no proxy: proxies may hold each other. */
const plain: ReadonlySet<string> = new Set(['function', 'bound', 'partial', 'class']);
