import { calleeName } from '#domain/atom/split/callee-name.ts';
import { bindImports, prepareImports } from '#engine/dependencies/project/bind-imports.ts';
import { prepareCommonExports } from '#engine/dependencies/flow/common-exports.ts';
import { createProjectModel } from '#engine/dependencies/project/create-project-model.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { bindScriptNames } from '#engine/dependencies/project/script-names.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { inheritReceivers } from '#engine/dependencies/calls/inherit-receivers.ts';
import { readFlow } from '#engine/dependencies/flow/read-flow.ts';
import type { ProjectSurroundings } from '#engine/dependencies/project/project-surroundings.ts';
import { recordReferences } from '#engine/dependencies/drawing/record-references.ts';

/** Reads the files of a project, or of a part of it, into one assignment graph, computes its fixed point, and records every edge and every miss. */
export function analyseProject(files: readonly FileFacts[], whole: ProjectSurroundings): ProjectModel {
  const project = createProjectModel(files, whole);
  for (const file of project.files) prepareImports(project, file);
  for (const file of project.files) prepareCommonExports(project, file);
  for (const file of project.files) bindImports(project, file);
  bindScriptNames(project);
  for (const file of project.files) readFlow(project, file);
  project.graph.settle();
  while (project.later.release()) project.graph.settle();
  inheritReceivers(project);
  project.graph.settle();
  while (project.atLast.release()) project.graph.settle();
  for (const file of project.files) recordReferences(project, file);
  recordMissedCalls(project, whole.names);
  return project;
}

/**
 * Calls whose callee is not known. A member that nothing in the project is called (`list.push`) is one of the language or
 * of a package: it is left out.
 */
function recordMissedCalls(project: ProjectModel, known: ReadonlySet<string>): void {
  for (const { site, callee } of project.calls) {
    const name = project.graph.count(callee) > 0 ? null : calleeName(site.file.tree, site.node);
    if (name === null) continue;
    const dot = name.lastIndexOf('.');
    const isForeign = dot >= 0 && !known.has(name.slice(dot + 1));
    if (!isForeign) project.edges.miss({ site, name, kind: 'call' });
  }
}
