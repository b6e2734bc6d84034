import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { Grammar } from '#domain/atom/syntax-tree.ts';
import { afterOf, hasFlag, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import { flowOfDeclaredType } from '#engine/dependencies/flow/flow-of-declared-type.ts';
import { flowOfBlock } from '#engine/dependencies/flow/flow-of-branch.ts';
import { flowOfClass } from '#engine/dependencies/flow/flow-of-class.ts';
import { moduleSurroundings } from '#engine/dependencies/project/module-surroundings.ts';
import { flowOfFunction } from '#engine/dependencies/flow/flow-of-function.ts';
import { flowOfName } from '#engine/dependencies/flow/flow-of-name.ts';
import { oncePer } from '#engine/dependencies/project/once-per.ts';
import { noVariable, type Flow, type FlowReader, type Surroundings } from '#engine/dependencies/flow/flow-reader.ts';
import { flowsByName } from '#engine/dependencies/flow/flows-by-name.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** What is nested deeper than this is read when all else of the file is: each level takes frames of the stack. */
const deepest = 250;

/** Where the reading of a file stands. */
interface Reading {
  depth: number;
  /** What calls give: the object of a method is asked for twice, and chains of methods would be read again at each link. */
  readonly calls: Map<number, Variable>;
  /** Too deep to be read at once: the variables that take their values. */
  readonly putOff: { readonly reader: FlowReader; readonly node: number; readonly value: Variable }[];
}

/** Reads a whole file. */
export function readFlow(project: ProjectModel, file: FileModel): void {
  const flows = flowsOf(file.tree.grammar);
  readWhole(createReading(), (reading) => {
    const reader = createReader(project, file, { flows, reading }, moduleSurroundings());
    for (const statement of partsOf(file.tree, 0)) reader.read(statement);
  });
}

function createReading(): Reading {
  return { depth: 0, calls: new Map(), putOff: [] };
}

/** Reads something, and then what was too deep in it. */
function readWhole(reading: Reading, read: (reading: Reading) => void): void {
  read(reading);
  for (let next = reading.putOff.pop(); next !== undefined; next = reading.putOff.pop())
    next.reader.project.graph.copy(next.reader.read(next.node), next.value);
}

interface Reader {
  readonly flows: readonly (Flow | undefined)[];
  readonly reading: Reading;
}

function createReader(project: ProjectModel, file: FileModel, shared: Reader, around: Surroundings): FlowReader {
  const { tree } = file;
  const { flows, reading } = shared;
  const reader: FlowReader = {
    project,
    file,
    tree,
    around,
    read(node) {
      if (node < 0) return noVariable;
      const isCall = hasFlag(tree, node, kindFlags.call);
      const known = isCall ? reading.calls.get(node) : undefined;
      if (known !== undefined) return known;
      if (reading.depth >= deepest) return readLater(reading, reader, node);
      reading.depth += 1;
      const value = (flows[tree.kind[node] ?? 0] ?? flowOfParts)(reader, node);
      reading.depth -= 1;
      if (isCall) reading.calls.set(node, value);
      return value;
    },
    inside(other) {
      return createReader(project, file, shared, other);
    },
    anew(other, readAgain) {
      readWhole(createReading(), (own) => readAgain(createReader(project, file, { flows, reading: own }, other)));
    },
  };
  return reader;
}

function readLater({ putOff }: Reading, reader: FlowReader, node: number): Variable {
  const value = reader.project.graph.createVariable();
  putOff.push({ reader, node, value });
  return value;
}

/** Any other construct: its parts are read, and it has no value of interest. */
function flowOfParts(reader: FlowReader, node: number): Variable {
  const { kind, after, grammar } = reader.tree;
  const end = afterOf(reader.tree, node);
  for (let child = node + 1; child < end; child = after[child] ?? end) {
    const flags = grammar.flags[kind[child] ?? 0] ?? 0;
    if ((flags & (kindFlags.named | kindFlags.comment)) === kindFlags.named) reader.read(child);
  }
  return noVariable;
}

function flowOfNothing(): Variable {
  return noVariable;
}

/** For each node kind of a language, how it is read. */
const flowsOf = oncePer(({ kindNames, flags, rules }: Grammar): (Flow | undefined)[] => {
  const named = flowsByName(rules.expressions);
  return kindNames.map((name, kind) => {
    const flag = flags[kind] ?? 0;
    if ((flag & kindFlags.named) === 0) return flowOfNothing;
    if (rules.expressions.types.includes(name)) return flowOfDeclaredType;
    if ((flag & (kindFlags.comment | kindFlags.import | kindFlags.typeRegion | kindFlags.declaration)) !== 0)
      return flowOfNothing;
    if ((flag & kindFlags.identifier) !== 0) return flowOfName;
    if ((flag & kindFlags.function) !== 0) return flowOfFunction;
    if ((flag & kindFlags.class) !== 0) return flowOfClass;
    return named.get(name) ?? ((flag & kindFlags.block) === 0 ? undefined : flowOfBlock);
  });
});
