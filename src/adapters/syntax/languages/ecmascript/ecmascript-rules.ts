import { ecmascriptBuiltins } from '#adapters/syntax/languages/ecmascript/ecmascript-builtins.ts';
import { ecmascriptDecisions } from '#adapters/syntax/languages/ecmascript/ecmascript-decisions.ts';
import { ecmascriptDefinitions } from '#adapters/syntax/languages/ecmascript/ecmascript-definitions.ts';
import { ecmascriptExportAliases } from '#adapters/syntax/languages/ecmascript/ecmascript-export-aliases.ts';
import { ecmascriptExpressions } from '#adapters/syntax/languages/ecmascript/ecmascript-expressions.ts';
import { ecmascriptFlags } from '#adapters/syntax/languages/ecmascript/ecmascript-flags.ts';
import { ecmascriptFlow } from '#adapters/syntax/languages/ecmascript/ecmascript-flow.ts';
import { ecmascriptImports } from '#adapters/syntax/languages/ecmascript/ecmascript-imports.ts';
import { ecmascriptMutations } from '#adapters/syntax/languages/ecmascript/ecmascript-mutations.ts';
import { ecmascriptUses } from '#adapters/syntax/languages/ecmascript/ecmascript-uses.ts';
import { isEcmascriptWrapper } from '#adapters/syntax/languages/ecmascript/ecmascript-wrappers.ts';
import type { LanguageRules } from '#domain/atom/language-rules.ts';

/** JavaScript and TypeScript: one set of rules, since the grammars share their node kinds. */
export const ecmascriptRules: LanguageRules = {
  lineComment: '//',
  flags: ecmascriptFlags,
  uses: ecmascriptUses,
  mutations: ecmascriptMutations,
  expressions: ecmascriptExpressions,
  flow: ecmascriptFlow,
  builtins: ecmascriptBuiltins,
  decisionsAt: ecmascriptDecisions,
  definitionsAt: ecmascriptDefinitions,
  hasScripts: true,
  isWrapper: isEcmascriptWrapper,
  importsAt: ecmascriptImports,
  exportAliases: ecmascriptExportAliases,
  notGenerated: (symbol) => `throw new Error('mge: not generated yet: ${symbol}');`,
};
