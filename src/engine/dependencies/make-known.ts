import type { Call } from '#engine/dependencies/call.ts';
import { makeSymbol } from '#engine/dependencies/key-of.ts';
import { callPartial } from '#engine/dependencies/make-partial.ts';
import { makeProxy } from '#engine/dependencies/make-proxy.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** What a function of the language or its library makes, where that is more than an object of its name; false for all others. */
export function makeKnown(project: ProjectModel, name: string, call: Call): boolean {
  return makeProxy(project, name, call) || makeSymbol(project, name, call) || callPartial(project, name, call);
}
