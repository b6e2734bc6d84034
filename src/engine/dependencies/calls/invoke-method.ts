import { builtinCall, type Invoke } from '#engine/dependencies/calls/call-back.ts';
import { callFunctionMethod } from '#engine/dependencies/calls/call-function-method.ts';
import { callMethod } from '#engine/dependencies/calls/call-method.ts';
import { callTextMethod } from '#engine/dependencies/calls/call-text-method.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { giveTyped } from '#engine/dependencies/calls/give-typed.ts';
import { isKeeper } from '#engine/dependencies/calls/is-looker.ts';
import { nameMethod, type LanguageMethod } from '#engine/dependencies/calls/name-method.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Calls a method of a text, a container or a function. */
export function invokeMethod(project: ProjectModel, method: LanguageMethod, call: Call, invoke: Invoke): void {
  if (method.type === 'Function')
    return callFunctionMethod(project, method, call, (id, args) => invoke(project, id, { ...call, args }));
  const name = nameMethod(project, method, call.site);
  if (name === null || callTextMethod(project, method, call)) return;
  giveTyped(project, name, call);
  const first = isKeeper(method, call.site) ? Infinity : 0;
  callMethod(project, method, builtinCall(project, call, first, invoke));
}
