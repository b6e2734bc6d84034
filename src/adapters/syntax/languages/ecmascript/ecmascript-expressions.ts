import type { ExpressionKinds } from '#domain/atom/language-rules.ts';
import {
  ecmascriptFirstCallback,
  ecmascriptLookers,
} from '#adapters/syntax/languages/ecmascript/ecmascript-lookers.ts';

const arrayCallers = new Set(
  `every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some sort toSorted then catch
  finally`.split(/\s+/u),
);

/** How expressions of JavaScript and TypeScript are built. */
export const ecmascriptExpressions: ExpressionKinds = {
  call: {
    call_expression: { callee: 'function', args: 'arguments' },
    new_expression: { callee: 'constructor', args: 'arguments' },
    jsx_opening_element: { callee: 'name', args: '' },
    jsx_self_closing_element: { callee: 'name', args: '' },
  },
  member: {
    member_expression: { object: 'object', name: 'property' },
    nested_type_identifier: { object: 'module', name: 'name' },
  },
  item: { subscript_expression: { object: 'object' } },
  assign: {
    assignment_expression: { target: 'left', value: 'right' },
    augmented_assignment_expression: { target: 'left', value: 'right' },
    variable_declarator: { target: 'name', value: 'value' },
    assignment_pattern: { target: 'left', value: 'right' },
  },
  choice: {
    parenthesized_expression: [''],
    await_expression: [''],
    non_null_expression: [''],
    spread_element: [''],
    jsx_expression: [''],
    as_expression: [''],
    satisfies_expression: [''],
    ternary_expression: ['consequence', 'alternative'],
    binary_expression: ['left', 'right'],
    sequence_expression: ['right'],
  },
  branch: {
    if_statement: { condition: 'condition', met: 'consequence', otherwise: 'alternative' },
    ternary_expression: { condition: 'condition', met: 'consequence', otherwise: 'alternative' },
    while_statement: { condition: 'condition', met: 'body', otherwise: '' },
  },
  exits: ['return_statement', 'throw_statement', 'continue_statement', 'break_statement'],
  casts: ['as_expression', 'satisfies_expression'],
  iterate: { for_in_statement: { target: 'left', value: 'right' } },
  itemsAreMembers: true,
  positional: ['array_pattern'],
  keyed: ['object_pattern'],
  container: ['array', 'object'],
  returns: ['return_statement'],
  yields: ['yield_expression'],
  spread: ['spread_element', 'rest_pattern'],
  literal: { string: '', template_string: '' },
  containerType: { array: 'Array' },
  resultTypes: {
    '<builtin>.Map': 'Map[1]',
    '<builtin>.WeakMap': 'Map[1]',
    '<builtin>.Set': 'Set[]',
    '<builtin>.Array': 'Array[]',
  },
  typeMethods: {},
  callers: { Array: arrayCallers, Map: new Set(['forEach']), Set: new Set(['forEach']) },
  operator: [],
  converts: ['binary_expression', 'unary_expression'],
  protocols: {
    construct: ['constructor'],
    number: ['valueOf'],
    sum: ['valueOf', 'toString'],
    text: ['toString'],
    iterate: ['[Symbol.iterator]', '[Symbol.asyncIterator]'],
    next: ['next'],
    '<builtin>.Array.from': ['[Symbol.iterator]'],
    '<builtin>.String': ['toString'],
    '<builtin>.Number': ['valueOf'],
    '<builtin>.Date': ['valueOf'],
    '<builtin>.isNaN': ['valueOf'],
    '<builtin>.JSON.stringify': ['toJSON'],
  },
  lookers: ecmascriptLookers,
  firstCallback: ecmascriptFirstCallback,
  listeners: {
    add: new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']),
    call: new Set(['emit']),
  },
  slice: [],
  deletes: [],
  raises: [],
  namespace: ['internal_module'],
  types: ['interface_declaration', 'type_alias_declaration'],
  receiver: ['this'],
  parent: ['super'],
};
