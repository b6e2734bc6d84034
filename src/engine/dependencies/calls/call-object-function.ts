import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadAttribute } from '#engine/dependencies/members/attributes.ts';
import { putTuples } from '#engine/dependencies/calls/call-builtin.ts';
import { describeMember, describeMembers } from '#engine/dependencies/calls/describe-member.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { addParent, createObject } from '#engine/dependencies/members/prototypes.ts';
import { putList } from '#engine/dependencies/flow/put-typed.ts';

type ObjectFunction = (project: ProjectModel, args: readonly Variable[], result: Variable) => void;

const giveFirst: ObjectFunction = (project, [first = -1], result) => project.graph.copy(first, result);

const inherit: ObjectFunction = (project, [child = -1, parent = -1]) => {
  const { graph } = project;
  const [made, base] = [graph.createVariable(), graph.createVariable()];
  loadAttribute(project, child, 'prototype', made);
  loadAttribute(project, parent, 'prototype', base);
  addParent(project, made, base);
};

const assign: ObjectFunction = (project, [target = -1, ...sources], result) => {
  for (const source of sources) addParent(project, target, source);
  project.graph.copy(target, result);
  // An object from outside has no members that are known; what it is given stands for it.
  project.graph.onValue(target, (id) => {
    if (project.graph.valueOf(id).kind === 'external') for (const source of sources) project.graph.copy(source, result);
  });
};

/** Functions that make objects of others, and what they do. */
const functions: Readonly<Record<string, ObjectFunction>> = {
  '<builtin>.Object.assign': assign,
  '<builtin>.Object.setPrototypeOf': assign,
  'tslib.__exportStar': (project, [source = -1, target = -1]) => addParent(project, target, source),
  '<builtin>.Object.create': (project, [parent = -1, descriptors = -1], result) => {
    const made = project.graph.createVariable();
    project.graph.put(made, createObject(project));
    addParent(project, made, parent);
    describeMembers(project, made, descriptors);
    project.graph.copy(made, result);
  },
  '<builtin>.Object.freeze': giveFirst,
  '<builtin>.Object.seal': giveFirst,
  '<builtin>.Object.preventExtensions': giveFirst,
  '<builtin>.Object': giveFirst,
  '<builtin>.Array.from': giveFirst,
  '<builtin>.Promise.resolve': giveFirst,
  '<builtin>.Promise.all': giveFirst,
  '<builtin>.structuredClone': giveFirst,
  '<builtin>.Object.values': (project, [first = -1], result) => {
    const elements = project.graph.createVariable();
    loadAttribute(project, first, anyElement, elements);
    putList(project, elements, result, 'Array');
  },
  '<builtin>.Object.entries': (project, [first = -1], result) => {
    const elements = project.graph.createVariable();
    loadAttribute(project, first, anyElement, elements);
    putTuples(project, [-1, elements], result);
  },
  '<builtin>.Object.fromEntries': (project, [first = -1], result) => {
    const [pairs, elements] = [project.graph.createVariable(), project.graph.createVariable()];
    loadAttribute(project, first, anyElement, pairs);
    loadAttribute(project, pairs, '1', elements);
    putList(project, elements, result);
  },
  '<builtin>.Object.defineProperty': (project, [object = -1, name = -1, descriptor = -1], result) => {
    describeMember(project, object, name, descriptor);
    project.graph.copy(object, result);
  },
  '<builtin>.Reflect.defineProperty': (project, [object = -1, name = -1, descriptor = -1]) =>
    describeMember(project, object, name, descriptor),
  '<builtin>.Object.defineProperties': (project, [object = -1, descriptors = -1], result) => {
    describeMembers(project, object, descriptors);
    project.graph.copy(object, result);
  },
  'util.inherits': inherit,
  'node:util.inherits': inherit,
  inherits: inherit,
  // Packages that do the same, and that half of npm uses.
  ...Object.fromEntries(
    [
      'merge-descriptors',
      'object-assign',
      'extend',
      'xtend/mutable',
      'lodash.assign',
      'lodash.extend',
      'underscore.extend',
    ].map((name) => [name, assign]),
  ),
};

/** What a function of the language or its library makes of the objects that it is given; false when it is none of these. */
export function callObjectFunction(
  project: ProjectModel,
  name: string,
  args: readonly Argument[],
  result: Variable,
): boolean {
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  known?.(
    project,
    args.map(({ variable }) => variable),
    result,
  );
  return known !== undefined;
}
