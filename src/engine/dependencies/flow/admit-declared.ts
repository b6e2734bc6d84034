import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { classOrder } from '#engine/dependencies/members/class-order.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { typeVariable } from '#engine/dependencies/flow/flow-of-type.ts';
import { heirsOf } from '#engine/dependencies/members/load-from-heirs.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Classes that say what an object can do, not where it comes from. */
const structural = /(?:^|\.)(?:Protocol|ABC|Generic)$/u;

/**
 * What a parameter holds of what it is given: all of it, without objects of classes that have nothing to do with the one that it declares: what
 * flows together elsewhere (a list of many kinds of things) need not flow on. Only where the annotation names one
 * class; what it is may be known only at last.
 */
export function admitDeclared(reader: FlowReader, annotation: number, given: Variable): Variable {
  const { tree, project } = reader;
  const { namedTypes, exactType } = tree.grammar.rules.flow;
  const [name] = annotation >= 0 && exactType?.(tree, annotation) === true ? namedTypes(tree, annotation) : [];
  if (name === undefined) return given;
  const to = project.graph.createVariable();
  const declared = typeVariable(reader, name);
  const byShape = tree.grammar.rules.flow.typesGoByShape;
  project.graph.onValue(given, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind !== 'instance' || comesFromOneOf(project, value.of, declared)) return project.graph.put(to, id);
    project.atLast.run(() => {
      if (mayStandFor(project, value, { declared, byShape })) project.graph.put(to, id);
    });
  });
  return to;
}

function comesFromOneOf(project: ProjectModel, id: ValueId, declared: Variable): boolean {
  const order = classOrder(project, id);
  return project.graph.holds(declared).some((each) => order.includes(each));
}

interface Declared {
  readonly declared: Variable;
  /** Whether an object fits an interface by what it has. */
  readonly byShape: boolean;
}

/** Whether an object of a class may be one of a declared class: related either way, or by a class that comes from both. */
function mayStandFor(
  project: ProjectModel,
  { of }: Extract<AbstractValue, { kind: 'instance' }>,
  { declared, byShape }: Declared,
): boolean {
  const classes = project.graph.holds(declared);
  if (classes.length === 0) return true;
  return classes.some((id) => {
    const value = project.graph.valueOf(id);
    if (value.kind !== 'class' || (byShape && value.isType)) return true;
    const above = classOrder(project, id);
    if (above.includes(of) || above.some((each) => isStructural(project, each))) return true;
    const heirs = heirsOf(project, id);
    return heirs.includes(of) || heirsOf(project, of).some((heir) => heirs.includes(heir));
  });
}

function isStructural(project: ProjectModel, id: ValueId): boolean {
  const value = project.graph.valueOf(id);
  return value.kind === 'external' && structural.test(value.name);
}
