import { pythonProtocols } from '#adapters/syntax/languages/python/python-protocols.ts';
import { pythonResultTypes } from '#adapters/syntax/languages/python/python-result-types.ts';
import { pythonTypeMethods } from '#adapters/syntax/languages/python/python-type-methods.ts';
import type { ExpressionKinds } from '#domain/atom/language-rules.ts';
import { pythonLookers } from '#adapters/syntax/languages/python/python-lookers.ts';

/** How expressions of Python are built. */
export const pythonExpressions: ExpressionKinds = {
  call: { call: { callee: 'function', args: 'arguments' } },
  member: { attribute: { object: 'object', name: 'attribute' } },
  item: { subscript: { object: 'value' } },
  assign: {
    assignment: { target: 'left', value: 'right' },
    augmented_assignment: { target: 'left', value: 'right' },
    named_expression: { target: 'name', value: 'value' },
    default_parameter: { target: 'name', value: 'value' },
    typed_default_parameter: { target: 'name', value: 'value' },
  },
  choice: {
    parenthesized_expression: [''],
    await: [''],
    list_splat: [''],
    dictionary_splat: [''],
    conditional_expression: [0, 2],
    boolean_operator: ['left', 'right'],
    type: [''],
  },
  branch: {
    if_statement: { condition: 'condition', met: 'consequence', otherwise: 'alternative' },
    elif_clause: { condition: 'condition', met: 'consequence', otherwise: '' },
    conditional_expression: { condition: 1, met: 0, otherwise: 2 },
    while_statement: { condition: 'condition', met: 'body', otherwise: '' },
  },
  exits: ['return_statement', 'raise_statement', 'continue_statement', 'break_statement'],
  casts: [],
  iterate: {
    for_statement: { target: 'left', value: 'right' },
    for_in_clause: { target: 'left', value: 'right' },
  },
  itemsAreMembers: false,
  positional: ['pattern_list', 'tuple_pattern', 'list_pattern'],
  keyed: [],
  container: ['list', 'tuple', 'set', 'dictionary', 'expression_list'],
  returns: ['return_statement'],
  yields: ['yield'],
  spread: ['list_splat', 'list_splat_pattern', 'dictionary_splat'],
  literal: { string: '<**PyStr**>', integer: '<**PyInt**>' },
  containerType: {
    dictionary: '<**PyDict**>',
    dictionary_comprehension: '<**PyDict**>',
    list: '<**PyList**>',
    list_comprehension: '<**PyList**>',
    set: '<**PySet**>',
    set_comprehension: '<**PySet**>',
  },
  resultTypes: pythonResultTypes,
  typeMethods: pythonTypeMethods,
  callers: {},
  operator: ['binary_operator', 'comparison_operator', 'unary_operator'],
  converts: [],
  protocols: pythonProtocols,
  lookers: pythonLookers,
  firstCallback: {},
  slice: ['slice'],
  deletes: ['delete_statement'],
  raises: ['raise_statement'],
  namespace: [],
  types: [],
  receiver: [],
  parent: [],
};
