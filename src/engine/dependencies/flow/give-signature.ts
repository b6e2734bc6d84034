import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadAttribute } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { putInstanceOfType, typeVariable } from '#engine/dependencies/flow/flow-of-type.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

type Attributes = Map<string, Variable>;

/** The attribute of a declared type under which stands what its functions are given at a position. */
function positionKey(position: number): string {
  return `(${position})`;
}

/** Lets a declared type say what functions of it are given; `signature`: a node with parameters. */
export function addSignature(reader: FlowReader, signature: number, attributes: Attributes): void {
  const { tree, project } = reader;
  tree.grammar.rules.flow.parametersOf(tree, signature).forEach(({ type, takes }, position) => {
    if (takes === 'position' && type >= 0)
      putInstanceOfType(reader, type, ownAttribute(project, attributes, positionKey(position)));
  });
}

/**
 * Functions that come to a place with a declared type of functions are given what that type says, though nobody who is known calls
 * them: `const handler: Handler = (context) => …`.
 */
export function giveSignature(reader: FlowReader, annotation: number, place: Variable): void {
  const { tree, project } = reader;
  const { signaturesOf } = tree.grammar.rules.flow;
  if (annotation < 0 || place < 0 || signaturesOf === undefined) return;
  for (const { node, isElement, isName } of signaturesOf(tree, annotation)) {
    const functions = isElement ? project.graph.createVariable() : place;
    if (isElement) loadAttribute(project, place, anyElement, functions);
    if (isName) giveNamed(reader, node, functions);
    else {
      const attributes: Attributes = new Map();
      addSignature(reader, node, attributes);
      giveParameters(project, functions, attributes);
    }
  }
}

function giveNamed(reader: FlowReader, name: number, functions: Variable): void {
  const { project } = reader;
  project.graph.onValue(typeVariable(reader, name), (id: ValueId) => {
    const type = project.graph.valueOf(id);
    if (type.kind === 'class' && type.isType) giveParameters(project, functions, type.attributes);
  });
}

function giveParameters({ graph }: ProjectModel, functions: Variable, attributes: Attributes): void {
  const given = Array.from({ length: attributes.size }, (_, position) => attributes.get(positionKey(position)) ?? -1);
  if (given.every((each) => each < 0)) return;
  graph.onValue(functions, (id) => {
    const value = graph.valueOf(id);
    if (value.kind !== 'function') return;
    value.parameters.forEach(({ takes, variable }, position) => {
      if (takes === 'position') graph.copy(given[position] ?? -1, variable);
    });
  });
}
