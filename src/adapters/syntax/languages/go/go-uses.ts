import type { LanguageRules } from '#domain/atom/language-rules.ts';

/** How names are used by place: `kind.field`, or `kind` for children in no field named here. */
export const goUses: LanguageRules['uses'] = {
  package_clause: 'skip',
  'import_spec.name': 'bind',
  'function_declaration.name': 'bindOuter',
  'type_spec.name': 'bindOuter',
  'type_alias.name': 'bind',
  'const_spec.name': 'bind',
  'var_spec.name': 'bind',
  'parameter_declaration.name': 'bind',
  'variadic_parameter_declaration.name': 'bind',
  'type_parameter_declaration.name': 'bindType',
  'short_var_declaration.left': 'bind',
  'range_clause.left': 'bind',
  'receive_statement.left': 'bind',
  'type_switch_statement.alias': 'bind',
  'assignment_statement.left': 'write',
  inc_statement: 'update',
  dec_statement: 'update',
  expression_list: 'inherit',
  'keyed_element.key': 'skip',
  literal_element: 'inherit',
  'qualified_type.name': 'skip',
};
