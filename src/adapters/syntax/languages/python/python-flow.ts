import type { FlowRules, ParameterFact } from '#domain/atom/language-rules.ts';
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
    return partsOf(tree, childInField(tree, functionNode, 'parameters'))
      .filter((part) => !separators.has(kindName(tree, part)))
      .map((part) => parameter(tree, part));
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

const separators = new Set(['positional_separator', 'keyword_separator']);

function parameter(tree: SyntaxTree, part: number): ParameterFact {
  const type = childInField(tree, part, 'type');
  const name = childInField(tree, part, 'name');
  const inner = name >= 0 ? name : kindName(tree, part) === 'typed_parameter' ? (partsOf(tree, part)[0] ?? part) : part;
  const isSplat = kindName(tree, inner).endsWith('splat_pattern');
  const target = isSplat ? (partsOf(tree, inner)[0] ?? inner) : inner;
  return { target, type, isRest: isSplat };
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
