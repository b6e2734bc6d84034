import { partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { admitDeclared } from '#engine/dependencies/flow/admit-declared.ts';
import type { Flow, FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { filtered } from '#engine/dependencies/flow/narrowed-names.ts';
import { unknownTest, type ValueTest } from '#engine/dependencies/flow/value-test.ts';

/** What a declared type says of a value: something only where it is no class, for those go by their members. */
export function declaredTest({ tree }: FlowReader, annotation: number): ValueTest {
  const sorts = annotation < 0 ? null : (tree.grammar.rules.flow.sortsOf?.(tree, annotation) ?? null);
  return sorts === null ? unknownTest : { kind: 'any', parts: sorts.map((sort) => ({ kind: 'is', sort })) };
}

/** What passes of what a variable holds. */
export function admit({ project }: Pick<FlowReader, 'project'>, test: ValueTest, from: Variable): Variable {
  return test.kind === 'unknown' || from < 0 ? from : filtered(project, from, test);
}

/** `value as Type`; `flow`: how it is read without its type. */
export function flowOfCast(flow: Flow): Flow {
  return (reader, node) => {
    const type = partsOf(reader.tree, node)[1] ?? -1;
    return admit(reader, declaredTest(reader, type), admitDeclared(reader, type, flow(reader, node)));
  };
}
