import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadFrom, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { classOrder } from '#engine/dependencies/members/class-order.ts';
import { isSymbolKey, keyOf } from '#engine/dependencies/members/key-of.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Members under the keys that a variable may hold; any element when something else may be the key. `load`: how one value is asked. */
export function loadByKey(project: ProjectModel, { object, key, load = loadFrom }: KeyAccess, result: Variable): void {
  const ask = (name: string): void => project.graph.onValue(object, (id) => load(project, id, name, result));
  project.graph.onValue(key, (id) => {
    const value = project.graph.valueOf(id);
    const known = keyOf(value);
    if (value.kind === 'literal' && value.prefix !== undefined) {
      if (tells.test(value.prefix)) loadByPrefix(project, object, value.prefix, result);
      return;
    }
    if (known === null) return;
    ask(known);
    // Who keeps something under a symbol says so: names that are not known are of texts.
    if (!isSymbolKey(known)) ask(unknownKey);
  });
  project.later.run(() => {
    const values = Array.from(project.graph.holds(key), (id) => project.graph.valueOf(id));
    if (values.length === 0 || project.graph.mayBeAnyText(key) || !values.every(isKnown)) ask(anyElement);
  });
}

export interface KeyAccess {
  readonly object: Variable;
  readonly key: Variable;
  readonly load?: typeof loadFrom;
}

function isKnown(value: AbstractValue): boolean {
  return keyOf(value) !== null || (value.kind === 'literal' && value.prefix !== undefined);
}

/** A beginning that says what is meant: a few letters. */
const tells = /^_*[A-Za-z]\w+/u;

/** `getattr(object, "visit_" + name)`: whatever the object has under a name that begins so. */
function loadByPrefix(project: ProjectModel, object: Variable, prefix: string, result: Variable): void {
  project.later.run(() => {
    project.graph.onValue(object, (id) => {
      for (const name of namesOf(project, id)) if (name.startsWith(prefix)) loadFrom(project, id, name, result);
      loadFrom(project, id, unknownKey, result);
    });
  });
}

function namesOf(project: ProjectModel, id: ValueId): Set<string> {
  const value = project.graph.valueOf(id);
  if (value.kind === 'object') return new Set(value.attributes.keys());
  if (value.kind === 'module') return new Set(project.files[value.file]?.names.scopes[0]?.names.keys());
  const made = value.kind === 'instance' ? value.of : id;
  const names = new Set(value.kind === 'instance' ? value.attributes.keys() : []);
  for (const each of classOrder(project, made)) {
    const holder = project.graph.valueOf(each);
    if (holder.kind === 'class') for (const name of holder.attributes.keys()) names.add(name);
  }
  return names;
}
