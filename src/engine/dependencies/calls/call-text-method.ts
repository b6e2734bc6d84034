import type { AbstractValue } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { putPrefixed } from '#engine/dependencies/members/literal-key.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Methods of texts after which is known what the text begins with. */
const methods: Readonly<Record<string, (text: string) => string>> = {
  format: (text) => text.split('{', 1)[0] ?? '',
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  replace: (text) => /^[A-Za-z]*_?/u.exec(text)?.[0] ?? '',
};

/** `"visit_{}".format(name)`: a name that begins with what is written; false when nothing of it is known. */
export function callTextMethod(
  project: ProjectModel,
  { of, name }: Extract<AbstractValue, { kind: 'method' }>,
  { result }: Call,
): boolean {
  const text = project.graph.valueOf(of);
  if (text.kind !== 'literal' || !Object.hasOwn(methods, name)) return false;
  const prefix = methods[name]?.(text.prefix ?? text.key ?? '') ?? '';
  if (prefix === '') return false;
  putPrefixed(project, { type: text.type, prefix }, result);
  return true;
}
