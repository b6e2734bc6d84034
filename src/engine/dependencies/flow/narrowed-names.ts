import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { judge } from '#engine/dependencies/flow/judge-value.ts';
import { bindingOf, variableOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { opposite, readTest, testedBindings } from '#engine/dependencies/flow/read-test.ts';
import { dependsOnNames, unknownTest, type ValueTest } from '#engine/dependencies/flow/value-test.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import { writesOf } from '#engine/dependencies/project/shared-bindings.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** What a name holds where conditions around the place let only some values through. */
export interface NarrowedName {
  /** All conditions since the function began. */
  readonly test: ValueTest;
  /** Its variable: made when it is first asked for. */
  readonly variable: () => Variable;
  /** Whether the name is assigned to once only: then functions inside see it so, too. */
  readonly isSteady: boolean;
}

export type NarrowedNames = ReadonlyMap<number, NarrowedName>;

/** A reader for the nodes from `from` to `to`, which are reached only when a condition holds (or does not). */
export function narrowedBy(
  reader: FlowReader,
  condition: number,
  { holds, from, to }: { readonly holds: boolean; readonly from: number; readonly to: number },
): FlowReader {
  const tested = [...testedBindings(reader, condition)].filter((binding) =>
    isNarrowable(reader.file, binding, from, to),
  );
  if (tested.length === 0) return reader;
  const narrowed = new Map(reader.around.narrowed);
  for (const binding of tested) {
    const test = readTest(reader, condition, binding);
    if (test.kind !== 'unknown') narrowed.set(binding, narrow(reader, binding, holds ? test : opposite(test)));
  }
  return reader.inside({ ...reader.around, narrowed });
}

/** A name that is assigned to on the way, or by another function at any time, holds anything again. */
function isNarrowable(file: FileModel, binding: number, from: number, to: number): boolean {
  if (!file.reassigned.has(binding)) return true;
  return !file.shared.has(binding) && !writesOf(file.names, binding).some((node) => node >= from && node < to);
}

function narrow(reader: FlowReader, binding: number, test: ValueTest): NarrowedName {
  const { project, file, around } = reader;
  const before = around.narrowed?.get(binding);
  const whole = around.straight.names?.get(binding) ?? variableOf(reader, binding);
  let variable: Variable | null = null;
  return {
    test: before === undefined ? test : { kind: 'all', parts: [before.test, test] },
    isSteady: !file.reassigned.has(binding),
    variable: () => (variable ??= filtered(project, before?.variable() ?? whole, test)),
  };
}

/** A variable that holds what another one holds and passes a test. */
export function filtered(project: ProjectModel, from: Variable, test: ValueTest): Variable {
  const { graph } = project;
  const to = graph.createVariable();
  const isLate = dependsOnNames(test);
  graph.onValue(from, (id) => {
    const { kind } = graph.valueOf(id);
    const admit = (): void => {
      if (judge(project, test, id) !== 'no') graph.put(to, id);
    };
    // What classes and functions a test names is known when the names of all files are.
    if (isLate && kind !== 'literal' && kind !== 'external') project.later.run(admit);
    else admit();
  });
  const classes = isLate ? impliedClasses(test) : null;
  if (classes !== null) project.atLast.run(() => putImplied(project, classes, to));
  return to;
}

/** The classes of which a value must be that passes; null where that may be others as well. */
function impliedClasses(test: ValueTest): readonly Variable[] | null {
  switch (test.kind) {
    case 'instance':
      return test.classes;
    case 'all':
      return test.parts.reduce<readonly Variable[] | null>((found, part) => found ?? impliedClasses(part), null);
    case 'any': {
      const each = test.parts.map(impliedClasses);
      return each.every((classes) => classes !== null) ? each.flat() : null;
    }
    default:
      return null;
  }
}

/** Where no object is known that comes there, it is one of those. */
function putImplied(project: ProjectModel, classes: readonly Variable[], to: Variable): void {
  const { graph } = project;
  if (graph.holds(to).some((id) => graph.valueOf(id).kind === 'instance')) return;
  for (const variable of classes)
    for (const id of graph.holds(variable))
      if (graph.valueOf(id).kind === 'class') graph.put(to, instanceOf(project, id));
}

/** The conditions under which a name is given on as it is; what says nothing when there are none. */
export function testOf(reader: FlowReader, node: number): ValueTest {
  return reader.around.narrowed?.get(bindingOf(reader, node))?.test ?? unknownTest;
}

/** Names that functions inside may count on. */
export function steadyNames(narrowed: NarrowedNames | null): NarrowedNames | null {
  if (narrowed === null) return null;
  const steady = new Map([...narrowed].filter(([, { isSteady }]) => isSteady));
  return steady.size === 0 ? null : steady;
}
