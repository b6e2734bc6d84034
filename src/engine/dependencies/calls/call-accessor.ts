import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { accessorOf } from '#engine/dependencies/members/accessor-of.ts';
import { loadAttribute } from '#engine/dependencies/members/attributes.ts';
import { loadMember, type Access } from '#engine/dependencies/members/load-member.ts';
import { missingAttribute } from '#engine/dependencies/members/accessors.ts';
import { callTrap, unknownArgument } from '#engine/dependencies/calls/call-trap.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { readMissing } from '#engine/dependencies/members/read-missing.ts';

/** Lets `to` hold what the attribute may be: a property is called, and gives its result. */
export function readMember(project: ProjectModel, access: Access, to: Variable): void {
  const { site, name } = access;
  callTrap(project, 'get', access.object, { site, args: [unknownArgument, unknownArgument], result: to });
  if (project.accessors.has(missingAttribute) && !name.startsWith('__')) readMissing(project, access, to);
  if (!mayRun(project, name)) return loadMember(project, access, to);
  const found = project.graph.createVariable();
  loadMember(project, access, found);
  project.graph.onValue(found, (id) => {
    const accessor = accessorOf(project, id);
    if (accessor === null) project.graph.put(to, id);
    if (accessor === 'get') invokeValue(project, id, { site, args: [], result: to });
  });
}

/** Calls the setter that an assignment runs, where there is one. */
export function writeMember(project: ProjectModel, { site, object, name }: Access, value: Variable): void {
  const given = [unknownArgument, { variable: value, name: null, isSpread: false }];
  callTrap(project, 'set', object, { site, args: given, result: -1 });
  if (!mayRun(project, name)) return;
  const found = project.graph.createVariable();
  loadAttribute(project, object, name, found);
  project.graph.onValue(found, (id) => {
    if (accessorOf(project, id) !== 'set') return;
    const args = [{ variable: value, name: null, isSpread: false }];
    invokeValue(project, id, { site, args, result: project.graph.createVariable() });
  });
}

function mayRun({ accessors, describesAny }: ProjectModel, name: string): boolean {
  return describesAny || accessors.has(name);
}
