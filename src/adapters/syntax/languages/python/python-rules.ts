import { pythonBuiltins } from '#adapters/syntax/languages/python/python-builtins.ts';
import { pythonDecisions } from '#adapters/syntax/languages/python/python-decisions.ts';
import { pythonDefinitions } from '#adapters/syntax/languages/python/python-definitions.ts';
import { pythonExpressions } from '#adapters/syntax/languages/python/python-expressions.ts';
import { pythonFlags } from '#adapters/syntax/languages/python/python-flags.ts';
import { pythonFlow } from '#adapters/syntax/languages/python/python-flow.ts';
import { pythonImports } from '#adapters/syntax/languages/python/python-imports.ts';
import { pythonMutations } from '#adapters/syntax/languages/python/python-mutations.ts';
import { pythonUses } from '#adapters/syntax/languages/python/python-uses.ts';
import { childInField, textOf } from '#domain/atom/tree-navigation.ts';
import type { LanguageRules } from '#domain/atom/language-rules.ts';

export const pythonRules: LanguageRules = {
  lineComment: '#',
  flags: pythonFlags,
  uses: pythonUses,
  mutations: pythonMutations,
  expressions: pythonExpressions,
  flow: pythonFlow,
  builtins: pythonBuiltins,
  decisionsAt: pythonDecisions,
  definitionsAt: pythonDefinitions,
  importsAt: pythonImports,
  exportAliases: () => new Map(),
  innerName(tree, node) {
    const name = childInField(tree, node, 'name');
    return name < 0 ? null : textOf(tree, name);
  },
  notGenerated: (symbol) => `raise NotImplementedError('mge: not generated yet: ${symbol}')`,
};
