import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** What a CommonJS file sees as `module` and `exports`, and what `require` of it gives. */
export interface CommonExports {
  readonly module: Variable;
  readonly exports: Variable;
  /** `module.exports`, whatever was assigned to it. */
  readonly given: Variable;
}

/** Makes the variables of a file that names `module` or `exports` without declaring them. */
export function prepareCommonExports(project: ProjectModel, file: FileModel): void {
  const { texts, bound } = file.names;
  const isCommon =
    file.tree.language !== 'python' &&
    texts.some((text, index) => (text === 'module' || text === 'exports') && (bound[index] ?? -1) < 0);
  if (!isCommon) return;
  const { graph } = project;
  const [module, exports] = [graph.createVariable(), graph.createVariable()];
  const attributes = new Map<string, Variable>();
  graph.put(exports, graph.createValue({ kind: 'object', attributes: new Map() }));
  graph.put(module, graph.createValue({ kind: 'object', attributes }));
  const given = ownAttribute(project, attributes, 'exports');
  graph.copy(exports, given);
  project.commonExports.set(file.index, { module, exports, given });
}
