import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { takeMembers } from '#engine/dependencies/members/accessor-of.ts';
import type { BuiltinCall } from '#engine/dependencies/calls/call-builtin.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Lets one value be called. */
export type Invoke = (project: ProjectModel, id: ValueId, call: Call) => void;

/** A call of a function or method of the language, which calls none of its arguments before the one at `first`. */
export function builtinCall(project: ProjectModel, given: Call, first: number, invoke: Invoke): BuiltinCall {
  const { site, args, result: own } = given;
  const call: BuiltinCall['callBack'] = (result, elements) =>
    callBack(project, { site, args: args.slice(first), result }, elements, invoke);
  const take: BuiltinCall['take'] = (members, to) =>
    takeMembers(project, members, to, (id) => invoke(project, id, { site, args: [], result: to }));
  return { args, result: own, callBack: call, take };
}

/** Calls the function arguments of a call to outside code. */
export function callBack(project: ProjectModel, call: Call, elements: Variable, invoke: Invoke): void {
  const element = { variable: elements, name: null, isSpread: false };
  const made: Call = { site: call.site, args: [element, element, element], result: call.result };
  for (const { variable } of call.args)
    project.graph.onValue(variable, (id) => {
      const { kind } = project.graph.valueOf(id);
      if (kind === 'function' || kind === 'bound' || kind === 'partial') invoke(project, id, made);
    });
}
