import { goBuiltins } from '#adapters/syntax/languages/go/go-builtins.ts';
import { goDefinitions } from '#adapters/syntax/languages/go/go-definitions.ts';
import { goExpressions } from '#adapters/syntax/languages/go/go-expressions.ts';
import { goFlags } from '#adapters/syntax/languages/go/go-flags.ts';
import { goFlow } from '#adapters/syntax/languages/go/go-flow.ts';
import { goImports } from '#adapters/syntax/languages/go/go-imports.ts';
import { goUses } from '#adapters/syntax/languages/go/go-uses.ts';
import type { LanguageRules } from '#domain/atom/language-rules.ts';
import { childInField, kindName, textOf } from '#domain/atom/tree-navigation.ts';

export const goRules: LanguageRules = {
  lineComment: '//',
  flags: goFlags,
  uses: goUses,
  expressions: goExpressions,
  flow: goFlow,
  builtins: goBuiltins,
  // As gocyclo counts: `if`, `for`, cases with a condition, `&&` and `||`; the other kinds are not flagged.
  decisionsAt(tree, node) {
    if (kindName(tree, node) !== 'binary_expression') return 1;
    return /^(?:&&|\|\|)$/u.test(textOf(tree, childInField(tree, node, 'operator'))) ? 1 : 0;
  },
  definitionsAt: goDefinitions,
  importsAt: goImports,
  exportAliases: () => new Map(),
  sharesFolder: true,
  notGenerated: (symbol) => `panic("mge: not generated yet: ${symbol}")`,
};
