import type { ExpressionKinds } from '#domain/atom/language-rules.ts';

/** How expressions of Go are built. A literal of a struct makes an instance of it; of several results the first is followed. */
export const goExpressions: ExpressionKinds = {
  call: {
    call_expression: { callee: 'function', args: 'arguments' },
    composite_literal: { callee: 'type', args: '' },
  },
  member: {
    selector_expression: { object: 'operand', name: 'field' },
    qualified_type: { object: 'package', name: 'name' },
  },
  item: { index_expression: { object: 'operand' } },
  assign: {
    short_var_declaration: { target: 'left', value: 'right' },
    assignment_statement: { target: 'left', value: 'right' },
    var_spec: { target: 'name', value: 'value' },
    const_spec: { target: 'name', value: 'value' },
  },
  choice: {
    expression_list: [''],
    parenthesized_expression: [''],
    unary_expression: ['operand'],
    literal_element: [''],
    type_assertion_expression: ['operand'],
    generic_type: ['type'],
    pointer_type: [''],
  },
  iterate: { range_clause: { target: 'left', value: 'right' } },
  positional: [],
  keyed: [],
  container: [],
  returns: ['return_statement'],
  yields: [],
  spread: ['expression_list', 'variadic_argument'],
  literal: {},
  containerType: {},
  resultTypes: {},
  typeMethods: {},
  operator: [],
  protocols: {},
  lookers: /(?!)/u,
  slice: [],
  raises: [],
  namespace: [],
  types: [],
  receiver: [],
  parent: [],
};
