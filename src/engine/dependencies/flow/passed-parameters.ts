import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { ParameterFact } from '#domain/atom/language-rules.ts';
import { hasFlag, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import { filtered, testOf } from '#engine/dependencies/flow/narrowed-names.ts';
import { both, unknownTest, type ValueTest } from '#engine/dependencies/flow/value-test.ts';
import {
  receiverPosition,
  type FunctionValue,
  type ValueId,
  type Variable,
} from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { bindingOf, isName, type FlowReader, type Passing } from '#engine/dependencies/flow/flow-reader.ts';
import { argumentFor, resultAt } from '#engine/dependencies/flow/depending-results.ts';
import { isRest } from '#engine/dependencies/flow/rest-container.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Which parameters a function could give back as they came: plain names that nothing else is assigned to. */
export function passingOf(
  { file }: FlowReader,
  parameters: readonly ParameterFact[],
  own: Pick<Passing, 'hasReceiver' | 'gives'>,
): Passing {
  const positions = new Map<number, number>();
  parameters.forEach(({ target, takes }, position) => {
    const binding = bindingOf({ file }, target);
    if (binding >= 0 && !isRest({ takes }) && !file.reassigned.has(binding)) positions.set(binding, position);
  });
  return { ...own, positions, passes: new Map(), depends: new Map() };
}

/**
 * Reads what a function gives back. A parameter that is given back as it came is not mixed with what other calls gave: each call gets
 * its own argument ({@link givePassed}).
 */
export function giveBack(reader: FlowReader, node: number): void {
  const { around, project } = reader;
  const value = reader.read(node);
  const position = passedPosition(reader, node);
  if (position === null) project.graph.copy(value, resultAt(reader));
  else addPassed(around.passing.passes, position, both(testOf(reader, node), around.passing.gives));
}

/** What is given back at several places is so under any of their conditions. */
function addPassed(passes: Map<number, ValueTest>, position: number, test: ValueTest): void {
  const known = passes.get(position);
  const isAlways = test.kind === 'unknown' || known?.kind === 'unknown';
  passes.set(position, isAlways ? unknownTest : known === undefined ? test : { kind: 'any', parts: [known, test] });
}

function passedPosition(reader: FlowReader, node: number): number | null {
  const { tree, around } = reader;
  const { choice, receiver } = tree.grammar.rules.expressions;
  const kind = kindName(tree, node);
  if (isName(reader, node)) {
    const binding = bindingOf(reader, node);
    return around.passing.positions.get(binding) ?? null;
  }
  if (receiver.includes(kind)) return around.passing.hasReceiver ? receiverPosition : null;
  const [inner, ...others] = partsOf(tree, node).filter((part) => !hasFlag(tree, part, kindFlags.typeRegion));
  const isWrapped = choice[kind]?.includes('') === true && inner !== undefined && others.length === 0;
  return isWrapped ? passedPosition(reader, inner) : null;
}

/** Lets the result of a call hold what the function gives back of what this call gave it. */
export function givePassed(project: ProjectModel, callee: FunctionValue, call: Call, self: ValueId | null): void {
  const { graph } = project;
  const { args, result } = call;
  const first = self !== null && callee.takesSelf ? 1 : 0;
  for (const [position, passed] of callee.passes) {
    if (position === receiverPosition || position < first) {
      if (self === null) graph.copy(callee.receiver, result);
      else graph.put(result, self);
      continue;
    }
    const parameter = callee.parameters[position];
    if (parameter === undefined) continue;
    const test = both(passed, parameter.admits);
    const pass = (from: Variable): void =>
      graph.copy(test.kind === 'unknown' ? from : filtered(project, from, test), result);
    pass(parameter.fallback);
    if (args.some(({ isSpread }) => isSpread)) pass(parameter.variable);
    pass(argumentFor(args, parameter.name, position - first)?.variable ?? -1);
  }
}
