import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { Verdict } from '#engine/dependencies/flow/judge-value.ts';
import { classOrder } from '#engine/dependencies/members/class-order.ts';
import { parentKey } from '#engine/dependencies/members/function-members.ts';
import { isOutsideClass } from '#engine/dependencies/members/outside-class.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Classes of a language of which functions, and objects of any class, may be. */
const anyone = /^<builtin>\.(?:Object|Function|object|type)$/u;

/** Whether a value is an object of one of the classes that variables hold. Where one of those is not known, nobody knows. */
export function isInstanceOf(project: ProjectModel, classes: readonly Variable[], id: ValueId): Verdict {
  const held = classes.map((variable) => project.graph.holds(variable));
  const verdicts = held.flat().map((each) => isOneOf(project, each, id));
  if (verdicts.includes('yes')) return 'yes';
  return held.some((each) => each.length === 0) || verdicts.includes('maybe') ? 'maybe' : 'no';
}

function isOneOf(project: ProjectModel, wanted: ValueId, id: ValueId): Verdict {
  const asked = project.graph.valueOf(wanted);
  const value = project.graph.valueOf(id);
  const isKnown = asked.kind === 'class' || (asked.kind === 'external' && asked.name.startsWith('<builtin>.'));
  if (!isKnown || (asked.kind === 'external' && anyone.test(asked.name))) return 'maybe';
  switch (value.kind) {
    case 'instance':
      return ofInstance(project, value, wanted);
    case 'object':
      return ofObject(value, asked);
    case 'literal':
      return asked.kind === 'class' ? 'no' : 'maybe';
    case 'function':
    case 'bound':
    case 'partial':
    case 'method':
    case 'module':
      return 'no';
    case 'class':
      return asked.kind === 'class' ? 'no' : 'maybe';
    default:
      return 'maybe';
  }
}

/** What is declared to be of a class may be of one that comes from it; a type that is only declared asks for members, not for where an object comes from. */
function ofInstance(
  project: ProjectModel,
  { of }: Extract<AbstractValue, { kind: 'instance' }>,
  wanted: ValueId,
): Verdict {
  const asked = project.graph.valueOf(wanted);
  const made = project.graph.valueOf(of);
  const order = classOrder(project, of);
  if (order.includes(wanted)) return 'yes';
  if (made.kind !== 'class' || made.isType || order.some((each) => isOutsideClass(project, each))) return 'maybe';
  if (asked.kind === 'class' && asked.isType) return 'maybe';
  return classOrder(project, wanted).includes(of) ? 'maybe' : 'no';
}

/** An object that is written down, without parents, is of no class of the project. */
function ofObject(
  { type, owner, attributes }: Extract<AbstractValue, { kind: 'object' }>,
  asked: AbstractValue,
): Verdict {
  const isBare = owner === undefined && !attributes.has(parentKey);
  if (asked.kind === 'class') return isBare && !asked.isType ? 'no' : 'maybe';
  const name = asked.kind === 'external' ? asked.name : '';
  return type !== undefined && !type.startsWith('<') && isBare && known.test(name) && name !== `<builtin>.${type}`
    ? 'no'
    : 'maybe';
}

/** Containers whose objects are of no other one. */
const known = /^<builtin>\.(?:Array|Map|Set|WeakMap|WeakSet|Date|RegExp|Error|Promise)$/u;
