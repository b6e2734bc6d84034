import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { memberOf } from '#engine/dependencies/members/attributes.ts';
import { builtinCall, callBack } from '#engine/dependencies/calls/call-back.ts';
import { callBuiltin } from '#engine/dependencies/calls/call-builtin.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { callProxy } from '#engine/dependencies/calls/call-proxy.ts';
import { enterFunction } from '#engine/dependencies/calls/enter-function.ts';
import { forEachProtocol } from '#engine/dependencies/calls/for-each-protocol.ts';
import { protocolMethods } from '#engine/dependencies/project/given-methods.ts';
import { giveTyped } from '#engine/dependencies/calls/give-typed.ts';
import { firstCallback, isLooker, lastPart } from '#engine/dependencies/calls/is-looker.ts';
import { invokeMethod } from '#engine/dependencies/calls/invoke-method.ts';
import { makeKnown } from '#engine/dependencies/calls/make-known.ts';
import { recordClass, type EdgeEnd } from '#engine/dependencies/calls/record-class.ts';
import { callObjectFunction } from '#engine/dependencies/calls/call-object-function.ts';
import { external, giveMade, makeInstance } from '#engine/dependencies/values/shared-values.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Lets every value that the callee may hold be called: records the edge, passes the arguments, takes the result. */
export function invoke(project: ProjectModel, callee: Variable, call: Call): void {
  project.graph.onValue(callee, (id) => invokeValue(project, id, call));
}

export function invokeValue(project: ProjectModel, id: ValueId, call: Call, self: ValueId | null = null): void {
  const value = project.graph.valueOf(id);
  switch (value.kind) {
    case 'function':
      return enterFunction(project, value, call, call.isNew === true ? makeInstance(project, id, call.result) : self);
    case 'bound':
      return invokeValue(project, value.target, call, value.self);
    case 'partial':
      return invokeValue(project, value.target, { ...call, args: [...value.args, ...call.args] });
    case 'class':
      return value.isType ? undefined : construct(project, id, value, call);
    case 'super':
      return callConstructors(project, id, call);
    case 'external':
      return invokeExternal(project, value.name, call);
    case 'proxy':
      return callProxy(project, value, call, (found, made) => invokeValue(project, found, made));
    case 'method':
      return invokeMethod(project, value, call, invokeValue);
    case 'instance':
      return callInstance(project, id, call);
    default:
      return;
  }
}

/** A class that is called: its constructor runs, wherever in the hierarchy it is, and the result is an instance. */
function construct(project: ProjectModel, id: ValueId, target: EdgeEnd, call: Call): void {
  const instance = makeInstance(project, id, call.result);
  recordClass(project, id, target, call.site);
  callConstructors(project, instance, call);
}

/** What a constructor gives back is not what the call gives, but where the language says so. */
function callConstructors(project: ProjectModel, id: ValueId, call: Call): void {
  for (const name of call.site.file.tree.grammar.rules.expressions.protocols['construct'] ?? []) {
    const result = name === 'constructor' ? project.graph.createVariable() : -1;
    if (name === 'constructor') giveMade(project, result, call.result);
    // It runs on the object that is made already.
    invokeMember(project, id, [name], { ...call, result, isNew: false }, call);
  }
}

/** An object may have another object as its `__call__`, and even itself: a few times is as deep as anybody means it. */
const mostHandedOn = 3;

function callInstance(project: ProjectModel, id: ValueId, call: Call): void {
  const handedOn = (call.handedOn ?? 0) + 1;
  const names = protocolMethods(project, 'call', call.site);
  if (names.length > 0 && handedOn <= mostHandedOn) invokeMember(project, id, names, { ...call, handedOn });
}

/** Calls whichever of the named members a value has. `outside`: the call as an outside class sees it whose constructor it is. */
export function invokeMember(
  project: ProjectModel,
  id: ValueId,
  names: readonly string[],
  call: Call,
  outside: Call | null = null,
): void {
  for (const name of names) {
    project.graph.onValue(memberOf(project, id, name), (found) => {
      const given = project.graph.valueOf(found);
      if (given.kind !== 'external' && given.kind !== 'class') invokeValue(project, found, call);
      else if (
        given.kind === 'external' &&
        outside !== null &&
        name === '__init__' &&
        !given.name.startsWith('<builtin>')
      )
        invokeExternal(project, given.name, outside);
    });
  }
}

/** Outside code may call the functions that it is given, and gives back instances of outside classes. */
function invokeExternal(project: ProjectModel, name: string, call: Call): void {
  project.edges.record({ site: call.site, target: { external: name }, kind: 'call', by: 'value' });
  if (makeKnown(project, name, call)) return;
  if (call.isNew === true || /^[A-Z]/u.test(lastPart(name)))
    project.graph.put(call.result, external(project, name, 'instance'));
  giveTyped(project, name, call);
  forEachProtocol(project, name, call, (id, method) => invokeMember(project, id, [method], { ...call, args: [] }));
  if (callObjectFunction(project, name, call.args, call.result)) return;
  if (name.startsWith('<builtin>.'))
    callBuiltin(project, name, builtinCall(project, call, firstCallback(name, call.site), invokeValue));
  else if (!isLooker(name, call.site)) callBack(project, call, project.graph.createVariable(), invokeValue);
}
