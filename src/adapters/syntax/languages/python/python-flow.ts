import type { FlowRules, ParameterFact, ParameterTakes } from '#domain/atom/language-rules.ts';
import { childInField, childrenOf, kindName, parentOf, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import { pythonTest } from '#adapters/syntax/languages/python/python-tests.ts';
import { namedTypes } from '#adapters/syntax/languages/python/named-type.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

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
  typesGoByShape: false,
  namedTypes,
  testOf: pythonTest,
  exactType: (tree, annotation) => oneClass.test(textOf(tree, annotation)),
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

/** `Name`, `"Name"`, `Optional[Name]`, `Name | None`: one class, and perhaps nothing. */
const oneClass = /^(?:(?:\w+\.)?Optional\[\s*)?["']?[\w.]+["']?(?:\s*\])?(?:\s*\|\s*None)?$/u;

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
