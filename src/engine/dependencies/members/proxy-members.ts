import {
  pairKey,
  type AbstractValue,
  type ValueId,
  type Variable,
} from '#engine/dependencies/values/abstract-value.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

type Proxy = Extract<AbstractValue, { kind: 'proxy' }>;

/** Asks (or tells) one value of the target. */
type Access = (target: ValueId, member: Variable) => void;

/** What a proxy has under a name, its target has; methods are called on the proxy. Made once: a target may hold the proxy itself. */
export function memberOfProxy(project: ProjectModel, id: ValueId, { name, load }: Asked): Variable {
  const { graph } = project;
  return project.answers.ofObjects.of(id, name, (member) => {
    const found = graph.createVariable();
    graph.onValue(targetOf(project, id), (target) => load(target, found));
    graph.onValue(found, (each) => {
      const given = graph.valueOf(each);
      if (given.kind !== 'bound' || graph.valueOf(given.self).kind === 'proxy') return graph.put(member, each);
      const onProxy = { kind: 'bound', target: given.target, self: id } as const;
      graph.put(
        member,
        graph.sharedValue('bound', pairKey(given.target, id), () => onProxy),
      );
    });
  });
}

interface Asked {
  readonly name: string;
  readonly load: Access;
}

/** Stores in the target of a proxy; `store`: in one value of the target. */
export function storeInProxy(
  project: ProjectModel,
  { target, stored }: Proxy,
  name: string,
  { from, store }: { readonly from: Variable; readonly store: Access },
): void {
  const isNew = !stored.has(name);
  const member = ownAttribute(project, stored, name);
  project.graph.copy(from, member);
  if (isNew) project.graph.onValue(target, (id) => store(id, member));
}

function targetOf(project: ProjectModel, id: ValueId): Variable {
  const value = project.graph.valueOf(id);
  return value.kind === 'proxy' ? value.target : -1;
}
