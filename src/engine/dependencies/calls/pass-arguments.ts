import type { FunctionValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadAttribute, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { isRest, putIntoRest, spreadIntoRest } from '#engine/dependencies/flow/rest-container.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** One argument: its variable (-1 when it can hold nothing of interest) and its name, when it is given by name. */
export interface Argument {
  readonly variable: Variable;
  readonly name: string | null;
  /** Stands for the elements of a container: by position, or (with a name, which is empty) by name. */
  readonly isSpread: boolean;
}

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
    if (argument.isSpread && argument.name === null) spreadPositions(project, callee, argument.variable, position);
    else if (argument.isSpread) spreadNames(project, callee, argument.variable, namesIn(args));
    else if (argument.name !== null) passNamed(project, callee, argument.name, argument.variable);
    else {
      passPositional(project, callee, position, argument.variable);
      position += 1;
    }
  }
}

function passPositional(project: ProjectModel, { parameters }: FunctionValue, position: number, given: Variable): void {
  const own = parameters[position];
  if (own?.takes === 'position') return project.graph.copy(given, own.variable);
  const rest = parameters.findIndex(({ takes }) => takes === 'positions');
  const taker = parameters[rest];
  if (taker !== undefined) putIntoRest(project, taker, `${position - rest}`, given);
}

function passNamed(project: ProjectModel, { parameters }: FunctionValue, name: string, given: Variable): void {
  const own = parameters.find((each) => each.name === name && !isRest(each));
  if (own !== undefined) return project.graph.copy(given, own.variable);
  const taker = parameters.find(({ takes }) => takes === 'names');
  if (taker !== undefined) putIntoRest(project, taker, name, given);
}

/** `f(*list)`: the first element goes to the first parameter that is left. */
function spreadPositions(project: ProjectModel, { parameters }: FunctionValue, list: Variable, from: number): void {
  parameters.slice(from).forEach((parameter, index) => {
    if (parameter.takes === 'position') loadElement(project, list, `${index}`, parameter.variable);
    if (parameter.takes !== 'positions') return;
    if (index === 0) return spreadIntoRest(project, parameter, list);
    const elements = project.graph.createVariable();
    loadAttribute(project, list, anyElement, elements);
    putIntoRest(project, parameter, null, elements);
  });
}

function namesIn(args: readonly Argument[]): ReadonlySet<string> {
  return new Set(args.flatMap(({ name }) => name ?? []));
}

/** `f(**dictionary)`: to each parameter that no argument names, the element of its name. */
function spreadNames(
  project: ProjectModel,
  { parameters }: FunctionValue,
  dictionary: Variable,
  named: ReadonlySet<string>,
): void {
  for (const parameter of parameters) {
    if (parameter.takes === 'names') spreadIntoRest(project, parameter, dictionary);
    else if (!isRest(parameter) && !named.has(parameter.name))
      loadElement(project, dictionary, parameter.name, parameter.variable);
  }
}

function loadElement(project: ProjectModel, container: Variable, key: string, to: Variable): void {
  loadAttribute(project, container, key, to);
  loadAttribute(project, container, unknownKey, to);
}
