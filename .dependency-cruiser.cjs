/** The layers of docs/flow.md as rules; test/architecture runs them. */
const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: { path: '^(src|action|local|test|scripts)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    layer('domain-imports-nothing-of-ours', 'domain/', ['^src/domain/']),
    layer('ports-import-domain', 'ports/', ['^src/(domain|ports)/']),
    layer('wording-imports-facts', 'wording/', ['^src/(domain|ports|wording)/']),
    layer('engine-imports-its-own-stage', 'engine/([^/]+)/', ['^src/(domain|ports|wording)/', '^src/engine/$1/']),
    layer('orchestrator-imports-the-core', 'orchestrator/', ['^src/(domain|ports|orchestrator)/']),
    layer('adapters-import-their-own-folder', 'adapters/([^/]+)/', ['^src/(domain|ports)/', '^src/adapters/$1/']),
    layer('app-imports-the-core', 'app/', ['^src/(domain|ports|orchestrator|app)/']),
    layer('main-wires-src', 'main/', ['^src/', '^action/(src/toolchains/)?$']),
    {
      name: 'action-is-a-second-wiring-root',
      severity: 'error',
      from: { path: '^action/src/' },
      to: { path: '^(src|local|test|scripts)/', pathNot: ['^src/(domain|ports|engine|adapters)/'] },
    },
    {
      name: 'domain-npm-zod-only',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
        pathNot: '(^|/)node_modules/zod/',
      },
    },
    {
      name: 'no-node-in-the-core',
      severity: 'error',
      from: { path: '^src/(ports|wording|engine|orchestrator)/' },
      to: { dependencyTypes: ['core'] },
    },
    only('octokit', '(^|/)node_modules/(@octokit|octokit)/', '^(src/(adapters/github|app|main)|local|test)/'),
    only('anthropic-sdk', '(^|/)node_modules/@anthropic-ai/', '^(src/adapters/claude|local/claude|test)/'),
    only('graphology', '(^|/)node_modules/graphology', '^(src/engine/dependencies|test)/'),
    only('tree-sitter', '(^|/)node_modules/(web-tree-sitter|tree-sitter)', '^(src/adapters/syntax|test)/'),
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|action|local)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(action/dist|test/fixtures|local/scripts)/' },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    detectProcessBuiltinModuleCalls: true,
  },
};

function only(name, to, from) {
  return { name: `${name}-only-at-its-edge`, severity: 'error', from: { pathNot: from }, to: { path: to } };
}
