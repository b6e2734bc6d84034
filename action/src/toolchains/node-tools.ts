import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A tool of a Node project: it runs where its configuration stands and it is installed. */
interface Tool {
  readonly config: RegExp;
  readonly program: string;
  readonly command: string;
}

const LINTERS: readonly Tool[] = [
  { config: /^(eslint\.config\.[cm]?[jt]s|\.eslintrc(\.\w+)?)$/, program: 'eslint/bin/eslint.js', command: '.' },
  { config: /^biome\.jsonc?$/, program: '@biomejs/biome/bin/biome', command: 'lint .' },
  { config: /^\.oxlintrc\.json$/, program: 'oxlint/bin/oxlint', command: '' },
];

const ARCHITECTURE: readonly Tool[] = [
  {
    config: /^\.dependency-cruiser\.([cm]?js|json)$/,
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    command: '--output-type err src',
  },
];

/** What a Node project's own files ask for, as commands; null where nothing does. `modules`: its installed packages. */
export function findNodeTools(
  root: string,
  modules: string | null,
): { lint: string | null; architecture: string | null } {
  const files = readdirSync(root);
  const installed = modules ?? join(root, 'node_modules');
  const find = (tools: readonly Tool[]): string | null => {
    const tool = tools.find(
      ({ config, program }) => files.some((file) => config.test(file)) && existsSync(join(installed, program)),
    );
    return tool === undefined ? null : `node node_modules/${tool.program} ${tool.command}`.trim();
  };
  return { lint: find(LINTERS), architecture: find(ARCHITECTURE) };
}
