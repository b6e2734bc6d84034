import type { ProjectTest } from '#domain/build/project.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** The symbols that a test file reaches directly, or through other test files (shared set-up). */
export function projectTests(
  tests: readonly Omit<ProjectTest, 'symbols'>[],
  graph: DependencyGraph,
  symbols: ReadonlySet<string>,
): ProjectTest[] {
  const fileOf = new Map(graph.nodes.map((node) => [node.id, node.file]));
  const testFiles = new Set(tests.map((test) => test.file));
  const reached = new Map<string, Set<string>>();
  const borrowed = new Map<string, Set<string>>();
  for (const edge of graph.edges) {
    const from = fileOf.get(edge.from);
    const to = fileOf.get(edge.to);
    if (from === undefined || !testFiles.has(from)) continue;
    if (symbols.has(edge.to)) put(reached, from, edge.to);
    else if (to !== undefined && to !== from && testFiles.has(to)) put(borrowed, from, to);
  }
  return tests.map(({ file, kind, task, readable }) => {
    const files = new Set([file]);
    for (const each of files) for (const other of borrowed.get(each) ?? []) files.add(other);
    const found = new Set([...files].flatMap((each) => [...(reached.get(each) ?? [])]));
    return { file, kind, task, readable, symbols: [...found].toSorted() };
  });
}

function put(groups: Map<string, Set<string>>, key: string, value: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, new Set([value]));
  else group.add(value);
}
