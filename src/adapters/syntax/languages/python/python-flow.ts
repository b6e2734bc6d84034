import type { FlowRules, ParameterFact, ParameterTakes } from '#domain/atom/language-rules.ts';
import {
  childInField,
  childrenOf,
  hasFlag,
  kindName,
  parentOf,
  partsOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Functions, classes and annotations of Python. */
export const pythonFlow: FlowRules = {
  parametersOf(tree, functionNode) {
    const parts = partsOf(tree, childInField(tree, functionNode, 'parameters'));
    const facts: ParameterFact[] = [];
    let takes: ParameterTakes = 'position';
    for (const part of parts) {
      const kind = kindName(tree, part);
      if (kind !== 'positional_separator' && kind !== 'keyword_separator') facts.push(parameter(tree, part, takes));
      if (kind === 'keyword_separator' || facts.at(-1)?.takes === 'positions') takes = 'name';
    }
    return facts;
  },
  basesOf(tree, classNode) {
    const list = childInField(tree, classNode, 'superclasses');
    return list < 0 ? [] : partsOf(tree, list).filter((part) => kindName(tree, part) !== 'keyword_argument');
  },
  namedType,
  decoratorsOf: (tree, definition) =>
    childrenOf(tree, definition).filter((child) => kindName(tree, child) === 'decorator'),
  accessorOf(tree, functionNode) {
    const words = decoratorsAt(tree, functionNode);
    if (words.some((word) => /^@\w+\.(?:setter|deleter)$/u.test(word))) return 'set';
    return words.some((word) => getterWords.test(word)) ? 'get' : null;
  },
  bindingOf(tree, functionNode) {
    if (kindName(tree, functionNode) === 'lambda') return 'none';
    const words = decoratorsAt(tree, functionNode);
    if (words.includes('@staticmethod')) return 'none';
    return words.includes('@classmethod') ? 'class' : 'self';
  },
};

/** `property` and what is named after it. */
const getterWords = /^@(?:\w+\.)*(?:cached_?property|property|abstractproperty|lazy_?property|reify|\w+\.getter)$/iu;

function decoratorsAt(tree: SyntaxTree, functionNode: number): string[] {
  const wrapper = parentOf(tree, functionNode);
  if (kindName(tree, wrapper) !== 'decorated_definition') return [];
  return pythonFlow.decoratorsOf(tree, wrapper).map((each) => textOf(tree, each).trim());
}

/** What `*` and `**` before a parameter make of it. */
const splats: Readonly<Record<string, ParameterTakes>> = {
  list_splat_pattern: 'positions',
  dictionary_splat_pattern: 'names',
};

function parameter(tree: SyntaxTree, part: number, takes: ParameterTakes): ParameterFact {
  const type = childInField(tree, part, 'type');
  const name = childInField(tree, part, 'name');
  const inner = name >= 0 ? name : kindName(tree, part) === 'typed_parameter' ? (partsOf(tree, part)[0] ?? part) : part;
  const splat = splats[kindName(tree, inner)];
  if (splat === undefined) return { target: inner, type, takes };
  return { target: partsOf(tree, inner)[0] ?? inner, type, takes: splat };
}

/** `Name`, `"Name"` is not read; `Optional[Name]` and `Name | None` mean Name. */
function namedType(tree: SyntaxTree, annotation: number): number {
  if (annotation < 0) return none;
  if (hasFlag(tree, annotation, kindFlags.identifier)) {
    return ['None', 'Optional', 'Awaitable', 'Type'].includes(textOf(tree, annotation)) ? none : annotation;
  }
  switch (kindName(tree, annotation)) {
    case 'type':
    case 'union_type':
    case 'binary_operator':
      return firstNamed(tree, annotation);
    case 'generic_type':
    case 'subscript':
      return /^(?:Optional|Awaitable|Type|type)\b/u.test(textOf(tree, annotation))
        ? firstNamed(tree, annotation)
        : none;
    case 'type_parameter':
      return firstNamed(tree, annotation);
    default:
      return none;
  }
}

function firstNamed(tree: SyntaxTree, node: number): number {
  return (
    partsOf(tree, node)
      .map((part) => namedType(tree, part))
      .find((found) => found >= 0) ?? none
  );
}
