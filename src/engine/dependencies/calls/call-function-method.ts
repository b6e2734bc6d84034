import type { AbstractValue, FunctionValue, ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { makePartial } from '#engine/dependencies/calls/make-partial.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** `f.call(self, …)`, `f.apply(self, list)`, `f.bind(self, …)`; `call`: what becomes of a function that is called with other arguments. */
export function callFunctionMethod(
  project: ProjectModel,
  { of, name }: Extract<AbstractValue, { kind: 'method' }>,
  { args: given, site, result }: Call,
  call: (id: ValueId, args: readonly Argument[]) => void,
): void {
  const [self, ...rest] = given;
  const target = functionOf(project, of);
  if (self !== undefined && target !== null && target.receiver >= 0) project.graph.copy(self.variable, target.receiver);
  const args = name === 'apply' ? rest.slice(0, 1).map((list) => ({ ...list, isSpread: true })) : rest;
  if (name === 'bind') makePartial(project, of, args, { site, result });
  else call(of, args);
}

function functionOf(project: ProjectModel, id: ValueId): FunctionValue | null {
  const value = project.graph.valueOf(id);
  if (value.kind === 'bound' || value.kind === 'partial') return functionOf(project, value.target);
  return value.kind === 'function' ? value : null;
}
