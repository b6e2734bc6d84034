import { childrenOf, hasText, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import {
  anyElement,
  loadAttribute,
  loadFrom,
  storeAttribute,
  unknownKey,
} from '#engine/dependencies/members/attributes.ts';
import { callTrap } from '#engine/dependencies/calls/call-trap.ts';
import { callProtocol } from '#engine/dependencies/calls/call-protocol.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';
import { loadElements } from '#engine/dependencies/calls/call-builtin.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { takeElements } from '#engine/dependencies/members/load-part.ts';
import { storeByKey } from '#engine/dependencies/members/store-by-key.ts';
import { rememberPath } from '#engine/dependencies/flow/straight-code.ts';

export type Assign = (reader: FlowReader, target: number, value: Variable) => void;

/** `object[key] = value` */
export function assignItem(reader: FlowReader, target: number, objectNode: number, value: Variable): void {
  const { tree, project } = reader;
  const object = reader.read(objectNode);
  const keyNode = partsOf(tree, target).find((part) => part !== objectNode) ?? -1;
  const args = [reader.read(keyNode), value].map((variable) => ({ variable, name: null, isSpread: false }));
  const call = { site: { file: reader.file, node: target }, args, result: project.graph.createVariable() };
  callProtocol(project, 'write item', object, call);
  callTrap(project, 'set', object, call);
  if (tree.grammar.rules.expressions.slice.includes(kindName(tree, keyNode)))
    return assignSlice(project, object, value);
  const key = literalKey(tree, keyNode);
  if (key === null) storeByKey(project, object, args[0]?.variable ?? -1, value);
  else storeAttribute(project, object, key, value);
  storeAttribute(project, object, anyElement, value);
  rememberPath(reader, target, value);
}

/** `object[from:to] = value`: the elements of the one are elements of the other. */
function assignSlice(project: ProjectModel, object: Variable, value: Variable): void {
  const elements = project.graph.createVariable();
  loadElements(project, value, elements);
  storeAttribute(project, object, unknownKey, elements);
  storeAttribute(project, object, anyElement, elements);
}

/** `a, *b, c = value` */
export function assignPositions(reader: FlowReader, target: number, value: Variable, assign: Assign): void {
  const { tree, project } = reader;
  const parts = withHoles(tree, target);
  const { spread } = tree.grammar.rules.expressions;
  const rest = parts.findIndex((part) => spread.includes(kindName(tree, part)));
  parts.forEach((part, position) => {
    if (part < 0) return;
    const element = project.graph.createVariable();
    const after = rest >= 0 && position >= rest ? parts.length - position : 0;
    if (after === 0) loadAttribute(project, value, `${position}`, element);
    else loadFromEnd(reader, value, { rest, position, after }, element);
    loadAttribute(project, value, unknownKey, element);
    assign(reader, part, element);
  });
}

/** The parts of a pattern by their positions; -1 where one is left out (`[, b] = value`). */
function withHoles(tree: SyntaxTree, target: number): number[] {
  const parts: number[] = [];
  const named = new Set(partsOf(tree, target));
  let position = 0;
  for (const child of childrenOf(tree, target)) {
    if (hasText(tree, child, ',')) position += 1;
    if (!named.has(child)) continue;
    while (parts.length < position) parts.push(-1);
    parts.push(child);
  }
  return parts;
}

interface Place {
  readonly rest: number;
  readonly position: number;
  /** Targets from this one to the end. */
  readonly after: number;
}

/** The starred target takes what the others leave, and those after it count from the end. */
function loadFromEnd({ project }: FlowReader, value: Variable, { rest, position, after }: Place, to: Variable): void {
  project.graph.onValue(value, (id) => {
    const { graph } = project;
    const list = graph.valueOf(id);
    const length = list.kind === 'object' ? list.length : undefined;
    if (position === rest && length === undefined) graph.put(to, id);
    else if (length === undefined) loadFrom(project, id, anyElement, to);
    else if (position === rest) takeElements(project, { id, from: rest, to: length - after + 1 }, to);
    else loadFrom(project, id, `${length - after}`, to);
  });
}
