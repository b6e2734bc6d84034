import type { AssignmentGraph } from '#engine/dependencies/values/create-assignment-graph.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';

interface Numbering {
  readonly index: number;
  readonly firstSymbol: number;
  readonly firstNode: number;
}

/** Takes a file into the project: gives its bindings variables. */
export function createFileModel(
  graph: AssignmentGraph,
  facts: FileFacts,
  { index, firstSymbol, firstNode }: Numbering,
): FileModel {
  return {
    ...facts,
    index,
    firstSymbol,
    firstNode,
    variables: facts.names.bindings.map(() => graph.createVariable()),
    extra: new Map(),
    unwritten: new Map(),
    stars: [],
  };
}
