import { kindFlags } from '#domain/atom/kind-flags.ts';
import { moveNode, moveOffset, type Earlier } from '#domain/atom/kept-parts.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import { normalizeSignature } from '#domain/atom/symbols/normalize-signature.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, endOf, hasFlag, parentOf, partsOf, startOf } from '#domain/atom/tree-navigation.ts';

/** A definition as it stands in the text, before it has an id. */
export interface Found {
  readonly definition: Definition;
  readonly signature: string;
  /** What a class defines. */
  readonly members: readonly Found[];
}

/** Finds what the statements of a file define; of one that was read before an edit only in what was not kept. */
export function findDefinitions(
  tree: SyntaxTree,
  earlier: Earlier<{ readonly definitions: readonly Found[] }> | null,
): readonly Found[] {
  const from = earlier?.kept.headNodes ?? 1;
  const to = earlier?.kept.tailNodes ?? tree.count;
  const between = partsOf(tree, 0)
    .filter((statement) => statement >= from && statement < to)
    .flatMap((statement) => inStatement(tree, statement));
  if (earlier === null) return between;
  const { known, kept } = earlier;
  const head = known.definitions.filter(({ definition }) => definition.node < kept.headNodes);
  const tailBefore = kept.tailNodes - kept.nodeShift;
  const tail = known.definitions.filter(({ definition }) => definition.node >= tailBefore);
  return [...head, ...between, ...tail.map((found) => moved(found, kept))];
}

function moved({ definition, signature, members }: Found, kept: Earlier<unknown>['kept']): Found {
  const { node, value, body, headerEnd, stub } = definition;
  const nodes = { node: moveNode(kept, node), value: moveNode(kept, value), body: moveNode(kept, body) };
  const place = stub === null ? null : { start: moveOffset(kept, stub.start), end: moveOffset(kept, stub.end) };
  return {
    definition: {
      ...definition,
      ...nodes,
      headerEnd: moveOffset(kept, headerEnd),
      stub: stub === null || place === null ? null : { ...stub, ...place },
    },
    signature,
    members: members.map((member) => moved(member, kept)),
  };
}

function inStatement(tree: SyntaxTree, statement: number): Found[] {
  const definitions = tree.grammar.rules.definitionsAt(tree, statement).map((each) => foundAt(tree, each));
  if (definitions.length === 0) return nested(tree, statement, statement);
  // A value may be made by a wrapper.
  const isValue = definitions.every(({ definition }) => definition.kind === 'declaration');
  return isValue ? [...definitions, ...nested(tree, statement, afterOf(tree, statement))] : definitions;
}

/**
 * Functions and classes in the blocks of a top-level compound statement (`if`, `try`) and in the wrappers in it, but not in
 * other functions there. `from`: where definitions count outside of wrappers.
 */
function nested(tree: SyntaxTree, statement: number, from: number): Found[] {
  const { definitionsAt, isWrapper } = tree.grammar.rules;
  const all: Found[] = [];
  let wrapped = statement;
  for (let node = statement + 1; node < afterOf(tree, statement);) {
    const counts = (node >= from || node < wrapped) && hasFlag(tree, node, kindFlags.named);
    const inBlock = counts && hasFlag(tree, parentOf(tree, node), kindFlags.block);
    const definitions = inBlock ? definitionsAt(tree, node).filter(({ kind }) => kind !== 'declaration') : [];
    for (const definition of definitions) all.push(foundAt(tree, definition));
    const isScope = hasFlag(tree, node, kindFlags.function | kindFlags.class);
    const opens = isScope && definitions.length === 0 && isWrapper?.(tree, node) === true;
    if (opens) wrapped = Math.max(wrapped, afterOf(tree, node));
    node = definitions.length > 0 || (isScope && !opens) ? afterOf(tree, node) : node + 1;
  }
  return all;
}

function foundAt(tree: SyntaxTree, definition: Definition): Found {
  const members = definition.kind === 'class' && definition.body >= 0 ? membersOf(tree, definition.body) : [];
  return { definition, signature: normalizeSignature(headerOf(tree, definition)), members };
}

function membersOf(tree: SyntaxTree, body: number): Found[] {
  return partsOf(tree, body)
    .flatMap((member) => tree.grammar.rules.definitionsAt(tree, member))
    .filter(({ kind }) => kind !== 'declaration')
    .map((definition) => foundAt(tree, definition));
}

/** The text of a definition up to its body, without comments. */
function headerOf(tree: SyntaxTree, { node: root, headerEnd }: Definition): string {
  let text = '';
  let from = startOf(tree, root);
  for (let node = root; node < afterOf(tree, root) && startOf(tree, node) < headerEnd; node += 1) {
    if (!hasFlag(tree, node, kindFlags.comment)) continue;
    text += `${tree.text.slice(from, startOf(tree, node))} `;
    from = endOf(tree, node);
  }
  return text + tree.text.slice(from, Math.max(from, headerEnd));
}
