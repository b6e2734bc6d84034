import type { LanguageRules } from '#domain/atom/language-rules.ts';

const functions = ['function_declaration', 'method_declaration', 'func_literal'];
const control = [
  'if_statement',
  'for_statement',
  'expression_switch_statement',
  'type_switch_statement',
  'select_statement',
];
const effects = [
  ...control,
  'expression_statement',
  'go_statement',
  'defer_statement',
  'send_statement',
  'inc_statement',
  'dec_statement',
  'assignment_statement',
];
const cases = ['expression_case', 'type_case', 'communication_case', 'default_case'];

/** What each node kind of Go is to the shared algorithms. */
export const goFlags: LanguageRules['flags'] = {
  comment: ['comment'],
  block: ['source_file', 'statement_list'],
  class: ['type_spec'],
  function: functions,
  import: ['import_declaration'],
  decision: [
    'if_statement',
    'for_statement',
    'expression_case',
    'type_case',
    'communication_case',
    'binary_expression',
  ],
  list: [
    'argument_list',
    'parameter_list',
    'literal_value',
    'field_declaration_list',
    'interface_type',
    'import_spec_list',
    'const_declaration',
    'var_declaration',
    'var_spec_list',
    'type_declaration',
  ],
  clause: cases,
  identifier: ['identifier', 'type_identifier', 'package_identifier'],
  scope: ['source_file', ...functions, 'block', ...control, ...cases, 'type_spec'],
  functionScope: ['source_file', ...functions],
  call: ['call_expression', 'composite_literal'],
  member: ['selector_expression', 'qualified_type'],
  string: ['interpreted_string_literal', 'raw_string_literal'],
  effect: effects,
  statement: [
    ...effects,
    'short_var_declaration',
    'type_declaration',
    'var_declaration',
    'const_declaration',
    'return_statement',
    'break_statement',
    'continue_statement',
    'goto_statement',
    'fallthrough_statement',
    'labeled_statement',
    'block',
    'empty_statement',
  ],
  operand: ['call_expression', 'binary_expression', 'parenthesized_expression', 'composite_literal', 'struct_type'],
};
