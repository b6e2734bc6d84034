import type { AbstractValue } from '#engine/dependencies/values/abstract-value.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

export type LanguageMethod = Extract<AbstractValue, { kind: 'method' }>;

/** The name of a method of the language, noted as called; null when its type has no such method. */
export function nameMethod(project: ProjectModel, method: LanguageMethod, site: Site): string | null {
  const name = `${method.type}.${method.name}`;
  const methods = site.file.tree.grammar.rules.expressions.typeMethods[method.type];
  if (methods !== undefined && !methods.has(method.name)) return null;
  if ((methods !== undefined || method.type.includes('.')) && method.name !== 'update')
    project.edges.record({ site, target: { external: name }, kind: 'call', by: 'value' });
  return name;
}
