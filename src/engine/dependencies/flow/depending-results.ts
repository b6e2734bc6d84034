import type { FunctionValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import type { ValueTest } from '#engine/dependencies/flow/value-test.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** What a function gives back where one of its parameters holds nothing, and where it holds something. */
export interface DependingResult {
  nothing: Variable;
  something: Variable;
}

/** Where what is given back at this place goes: apart, where it is known whether a parameter holds something. */
export function resultAt({ around, project }: FlowReader): Variable {
  const { positions, depends } = around.passing;
  for (const [binding, { test }] of around.narrowed ?? []) {
    const position = positions.get(binding);
    const holds = position === undefined ? null : toldToHold(test);
    if (position === undefined || holds === null) continue;
    const known = depends.get(position) ?? { nothing: noVariable, something: noVariable };
    depends.set(position, known);
    if (known[holds] === noVariable) known[holds] = project.graph.createVariable();
    return known[holds];
  }
  return around.result;
}

function toldToHold(test: ValueTest): keyof DependingResult | null {
  switch (test.kind) {
    case 'all':
      return test.parts.map(toldToHold).find((holds) => holds !== null) ?? null;
    case 'not': {
      const holds = toldToHold(test.part);
      return holds === null || test.part.kind !== 'is' ? null : holds === 'nothing' ? 'something' : 'nothing';
    }
    case 'is':
      return test.sort === 'nothing' || test.sort === 'something' ? test.sort : null;
    default:
      return null;
  }
}

/**
 * Lets the result of a call hold what depends on whether it gives a parameter something: a decorator is given what it stands on, and what
 * no argument is for holds its default.
 */
export function giveDepending({ graph }: ProjectModel, callee: FunctionValue, call: Call, self: ValueId | null): void {
  const { args, result, decorates } = call;
  const first = self !== null && callee.takesSelf ? 1 : 0;
  const mayGiveAny = args.some(({ isSpread }) => isSpread);
  for (const [position, { nothing, something }] of callee.depends) {
    const parameter = callee.parameters[position];
    if (parameter === undefined) continue;
    const isDecorated = decorates === true && position === first;
    const isLeftOut = !mayGiveAny && argumentFor(args, parameter.name, position - first) === undefined;
    if (nothing !== noVariable && !isDecorated) graph.copy(nothing, result);
    if (something !== noVariable && !(isLeftOut && parameter.isNothingAtFirst)) graph.copy(something, result);
  }
}

/** What a call gives a parameter, by its name or place; undefined for nothing. */
export function argumentFor(args: readonly Argument[], name: string, place: number): Argument | undefined {
  return args.find((each) => each.name === name) ?? args.filter((each) => each.name === null)[place];
}
