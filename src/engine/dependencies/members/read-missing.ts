import { wordPattern } from '#domain/atom/names/word-pattern.ts';
import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { missingAttribute } from '#engine/dependencies/members/accessors.ts';
import { memberOf } from '#engine/dependencies/members/attributes.ts';
import { isGiven } from '#engine/dependencies/members/class-attributes.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';
import { lastPart } from '#engine/dependencies/calls/is-looker.ts';
import type { Access } from '#engine/dependencies/members/load-member.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** An attribute that nothing has that may stand there, no object and none of their classes: `__getattr__` gives it. */
export function readMissing(project: ProjectModel, { site, object, name }: Access, to: Variable): void {
  const { graph } = project;
  project.atLast.run(() => {
    if (graph.holds(object).some((id) => isGiven(project, id, name))) return;
    graph.onValue(object, (id) => {
      const value = graph.valueOf(id);
      if (value.kind !== 'instance' || isGiven(project, id, name)) return;
      graph.onValue(memberOf(project, id, missingAttribute), (method) => {
        const found = graph.valueOf(method);
        if (found.kind === 'external' || found.kind === 'class') return;
        const result = graph.createVariable();
        const text = textOfFunction(project, method);
        invokeValue(project, method, { site, args: [{ variable: -1, name: null, isSpread: false }], result });
        graph.onValue(result, (given) => {
          if (isMeant(project, given, name, text)) graph.put(to, given);
        });
      });
    });
  });
}

/**
 * One `__getattr__` is asked for all names, so what it gives for one is mixed with what it gives for all others. Meant is what is
 * called like the attribute, and what the method makes itself: then its name stands in the method's `text`.
 */
function isMeant(project: ProjectModel, given: ValueId, asked: string, text: string): boolean {
  const name = nameOf(project, given);
  if (name === null) return false;
  return name === asked || wordPattern(name).test(text);
}

/** What a value is called: a function, a class, the class of an object; null for what has no name. */
function nameOf(project: ProjectModel, id: ValueId): string | null {
  const value: AbstractValue = project.graph.valueOf(id);
  switch (value.kind) {
    case 'function':
    case 'class':
      return project.symbols[value.symbol]?.name ?? null;
    case 'bound':
    case 'partial':
      return nameOf(project, value.target);
    case 'instance':
      return nameOf(project, value.of);
    case 'external':
      return lastPart(value.name);
    default:
      return null;
  }
}

function textOfFunction(project: ProjectModel, id: ValueId): string {
  const value = project.graph.valueOf(id);
  if (value.kind === 'bound' || value.kind === 'partial') return textOfFunction(project, value.target);
  const symbol = value.kind === 'function' ? project.symbols[value.symbol] : undefined;
  const file = project.files.find(({ tree }) => tree.path === symbol?.file);
  return symbol === undefined ? '' : (file?.tree.text.slice(symbol.start, symbol.end) ?? '');
}
