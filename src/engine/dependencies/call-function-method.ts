import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import type { Argument } from '#engine/dependencies/pass-arguments.ts';
import { passArguments } from '#engine/dependencies/pass-arguments.ts';
import { mixPassed } from '#engine/dependencies/passed-parameters.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** What becomes of the function: it is called with arguments, or is the result itself. */
interface FunctionCall {
  readonly call: (id: ValueId, args: readonly Argument[]) => void;
  readonly result: Variable;
}

/** `f.call(self, …)`, `f.apply(self, list)`, `f.bind(self, …)` */
export function callFunctionMethod(
  project: ProjectModel,
  { of, name }: Extract<AbstractValue, { kind: 'method' }>,
  given: readonly Argument[],
  { call, result }: FunctionCall,
): void {
  const [self, ...rest] = given;
  const target = functionOf(project, of);
  if (self !== undefined && target !== null && target.receiver >= 0) project.graph.copy(self.variable, target.receiver);
  const args = name === 'apply' ? rest.slice(0, 1).map((list) => ({ ...list, isSpread: true })) : rest;
  if (name !== 'bind') return call(of, args);
  if (target !== null) {
    passArguments(project, target, args, null);
    mixPassed(project, target);
  }
  project.graph.put(result, of);
}

function functionOf(project: ProjectModel, id: ValueId): Extract<AbstractValue, { kind: 'function' }> | null {
  const value = project.graph.valueOf(id);
  const target = value.kind === 'bound' ? project.graph.valueOf(value.target) : value;
  return target.kind === 'function' ? target : null;
}
