import type { Call } from '#engine/dependencies/calls/call.ts';
import { makeSymbol } from '#engine/dependencies/members/key-of.ts';
import { callPartial } from '#engine/dependencies/calls/make-partial.ts';
import { makeProxy } from '#engine/dependencies/calls/make-proxy.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** What a function of the language or its library makes, where that is more than an object of its name; false for all others. */
export function makeKnown(project: ProjectModel, name: string, call: Call): boolean {
  return makeProxy(project, name, call) || makeSymbol(project, name, call) || callPartial(project, name, call);
}
