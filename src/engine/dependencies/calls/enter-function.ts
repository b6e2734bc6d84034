import type { FunctionValue, ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { passArguments } from '#engine/dependencies/calls/pass-arguments.ts';
import { giveDepending } from '#engine/dependencies/flow/depending-results.ts';
import { givePassed } from '#engine/dependencies/flow/passed-parameters.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { recordCall } from '#engine/dependencies/calls/record-class.ts';

/** A function is called: the edge, what it is given and what it gives back; `self`: the object that it is called on, where that is known. */
export function enterFunction(project: ProjectModel, callee: FunctionValue, call: Call, self: ValueId | null): void {
  recordCall(project, call.site, callee);
  const entered = callee.copyAt?.(call.site) ?? callee;
  passArguments(project, entered, call.args, self);
  givePassed(project, entered, call, self);
  giveDepending(project, entered, call, self);
  project.graph.copy(entered.result, call.result);
}
