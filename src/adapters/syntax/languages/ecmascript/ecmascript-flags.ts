import { decisionKinds, listKinds, statementKinds } from '#adapters/syntax/languages/ecmascript/ecmascript-kinds.ts';
import type { LanguageRules } from '#domain/atom/language-rules.ts';

const functions = [
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
  'function_signature',
  'abstract_method_signature',
  'method_signature',
];

const classes = ['class_declaration', 'abstract_class_declaration', 'class'];

/** What each node kind of JavaScript and TypeScript is to the shared algorithms. */
export const ecmascriptFlags: LanguageRules['flags'] = {
  comment: ['comment', 'html_comment'],
  block: ['program', 'statement_block', 'class_body'],
  class: classes,
  function: functions,
  import: ['import_statement'],
  declaration: ['interface_declaration', 'type_alias_declaration', 'enum_declaration', 'ambient_declaration', 'module'],
  wrapper: ['export_statement'],
  decision: decisionKinds,
  list: listKinds,
  clause: ['else_clause', 'catch_clause', 'finally_clause', 'switch_case', 'switch_default'],
  identifier: [
    'identifier',
    'type_identifier',
    'shorthand_property_identifier',
    'shorthand_property_identifier_pattern',
  ],
  scope: [
    'program',
    ...functions,
    ...classes,
    'statement_block',
    'for_statement',
    'for_in_statement',
    'catch_clause',
    'switch_body',
    'interface_declaration',
    'type_alias_declaration',
    'function_type',
    'mapped_type_clause',
    'conditional_type',
  ],
  functionScope: ['program', ...functions],
  call: ['call_expression', 'new_expression', 'jsx_opening_element', 'jsx_self_closing_element'],
  member: ['member_expression'],
  string: ['string', 'template_string'],
  effect: [
    'expression_statement',
    'if_statement',
    'for_statement',
    'for_in_statement',
    'while_statement',
    'do_statement',
    'try_statement',
    'switch_statement',
    'throw_statement',
  ],
  statement: statementKinds,
  operand: [
    'ternary_expression',
    'parenthesized_expression',
    'call_expression',
    'binary_expression',
    'jsx_element',
    'union_type',
    'object_type',
  ],
  typeRegion: ['type_annotation', 'type_arguments', 'interface_body', 'object_type', 'implements_clause'],
};
