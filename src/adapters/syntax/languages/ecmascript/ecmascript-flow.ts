import { ecmascriptTest, toldTypeOf } from '#adapters/syntax/languages/ecmascript/ecmascript-tests.ts';
import { declaredSorts } from '#adapters/syntax/languages/ecmascript/declared-sorts.ts';
import { isOneName, namedTypes } from '#adapters/syntax/languages/ecmascript/named-types.ts';
import { signaturesOf } from '#adapters/syntax/languages/ecmascript/signatures-of.ts';
import type { FlowRules, ParameterFact } from '#domain/atom/language-rules.ts';
import { childInField, childOfKind, childrenOf, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Functions, classes and annotations of JavaScript and TypeScript. */
export const ecmascriptFlow: FlowRules = {
  parametersOf(tree, functionNode) {
    const single = childInField(tree, functionNode, 'parameter');
    if (single >= 0) return [{ target: single, type: none, takes: 'position' }];
    return partsOf(tree, childInField(tree, functionNode, 'parameters')).map((part) => parameter(tree, part));
  },
  basesOf(tree, classNode) {
    const heritage = childOfKind(tree, classNode, 'class_heritage');
    const clause = childOfKind(tree, heritage, 'extends_clause');
    const types = [
      childOfKind(tree, heritage, 'implements_clause'),
      childOfKind(tree, classNode, 'extends_type_clause'),
    ];
    const named = types.flatMap((list) => partsOf(tree, list).flatMap((type) => namedTypes(tree, type)));
    const value = childInField(tree, clause, 'value');
    const classes = heritage < 0 || clause >= 0 ? [value] : partsOf(tree, heritage);
    return [...classes.filter((part) => kindName(tree, part) !== 'implements_clause'), ...named].filter(
      (node) => node >= 0,
    );
  },
  typesGoByShape: true,
  namedTypes,
  exactType: isOneName,
  testOf: ecmascriptTest,
  toldTypeOf,
  sortsOf: declaredSorts,
  signaturesOf,
  decoratorsOf: (tree, definition) =>
    childrenOf(tree, definition).filter((child) => kindName(tree, child) === 'decorator'),
  accessorOf(tree, functionNode) {
    const word =
      kindName(tree, functionNode) === 'method_definition' ? childOfKind(tree, functionNode, 'get', 'set') : none;
    return word < 0 ? null : kindName(tree, word) === 'get' ? 'get' : 'set';
  },
  bindingOf: (tree, functionNode) => (kindName(tree, functionNode) === 'arrow_function' ? 'none' : 'self'),
};

function parameter(tree: SyntaxTree, part: number): ParameterFact {
  const pattern = childInField(tree, part, 'pattern');
  const isTyped = pattern >= 0 && kindName(tree, part) !== 'rest_pattern';
  const target = isTyped ? pattern : part;
  const isRest = kindName(tree, target) === 'rest_pattern';
  const inner = isRest ? (partsOf(tree, target)[0] ?? target) : target;
  return {
    target: inner,
    type: isTyped ? childInField(tree, part, 'type') : none,
    takes: isRest ? 'positions' : 'position',
  };
}
