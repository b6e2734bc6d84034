import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { anyElement, loadFrom } from '#engine/dependencies/attributes.ts';
import { ownAttribute } from '#engine/dependencies/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** One argument: its variable (-1 when it can hold nothing of interest) and its name, when it is given by name. */
export interface Argument {
  readonly variable: Variable;
  readonly name: string | null;
  readonly isSpread: boolean;
}

type FunctionValue = Extract<AbstractValue, { kind: 'function' }>;

/** Lets the parameters of a function hold the arguments of a call; `self` goes first, or to `this`. */
export function passArguments(
  project: ProjectModel,
  callee: FunctionValue,
  args: readonly Argument[],
  self: ValueId | null,
): void {
  if (self !== null && callee.receiver >= 0) project.graph.put(callee.receiver, self);
  const takesSelf = self !== null && callee.takesSelf;
  const [first] = callee.parameters;
  if (takesSelf && first !== undefined) project.graph.put(first.variable, self);
  let position = takesSelf ? 1 : 0;
  for (const argument of args) {
    if (argument.isSpread) {
      spreadArgument(project, callee, argument.variable, position);
      continue;
    }
    const named = argument.name === null ? undefined : callee.parameters.find((each) => each.name === argument.name);
    const parameter = named ?? (argument.name === null ? parameterAt(callee, position) : undefined);
    if (argument.name === null) position += 1;
    if (parameter !== undefined) givePositional(project, parameter.variable, parameter.isRest, argument.variable);
  }
}

function parameterAt(callee: FunctionValue, position: number): FunctionValue['parameters'][number] | undefined {
  return position < callee.parameters.length ? callee.parameters[position] : callee.rest;
}

function givePositional(project: ProjectModel, parameter: Variable, isRest: boolean, argument: Variable): void {
  if (!isRest) return project.graph.copy(argument, parameter);
  const list = project.graph.sharedValue('rest', parameter, () => ({ kind: 'object', attributes: new Map() }));
  const value = project.graph.valueOf(list);
  if (value.kind === 'object') project.graph.copy(argument, ownAttribute(project, value.attributes, anyElement));
  project.graph.put(parameter, list);
}

function spreadArgument(project: ProjectModel, callee: FunctionValue, argument: Variable, position: number): void {
  const elements = project.graph.createVariable();
  project.graph.onValue(argument, (id) => loadFrom(project, id, anyElement, elements));
  for (const parameter of callee.parameters.slice(position))
    givePositional(project, parameter.variable, parameter.isRest, elements);
}
