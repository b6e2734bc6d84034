import type { ExpressionKinds } from '#domain/atom/language-rules.ts';

/** How expressions of JavaScript and TypeScript are built. */
export const ecmascriptExpressions: ExpressionKinds = {
  call: {
    call_expression: { callee: 'function', args: 'arguments' },
    new_expression: { callee: 'constructor', args: 'arguments' },
    jsx_opening_element: { callee: 'name', args: '' },
    jsx_self_closing_element: { callee: 'name', args: '' },
  },
  member: { member_expression: { object: 'object', name: 'property' } },
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
    expression_statement: [''],
    export_statement: ['declaration', 'value'],
    jsx_expression: [''],
    as_expression: [''],
    satisfies_expression: [''],
    ternary_expression: ['consequence', 'alternative'],
    binary_expression: ['left', 'right'],
    sequence_expression: ['right'],
  },
  iterate: { for_in_statement: { target: 'left', value: 'right' } },
  positional: ['array_pattern'],
  keyed: ['object_pattern'],
  container: ['array', 'object'],
  returns: ['return_statement'],
  yields: ['yield_expression'],
  spread: ['spread_element', 'rest_pattern'],
  receiver: ['this'],
  parent: ['super'],
};
