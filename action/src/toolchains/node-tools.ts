import { readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { z } from 'zod';
import { readJsonIfThere } from '#action/src/read-if-there.ts';

/** A tool of a Node project: it runs where its configuration stands and it is installed. */
interface Tool {
  readonly config: RegExp;
  readonly package: string;
  /** One of the names that the package gives to its programs. */
  readonly program: string;
  readonly words: string;
}

const LINTERS: readonly Tool[] = [
  {
    config: /^(eslint\.config\.[cm]?[jt]s|\.eslintrc(\.\w+)?)$/,
    package: 'eslint',
    program: 'eslint',
    words: '.',
  },
  { config: /^biome\.jsonc?$/, package: '@biomejs/biome', program: 'biome', words: 'lint .' },
  // Outside a git repository it knows of no ignored files.
  {
    config: /^\.oxlintrc\.json$/,
    package: 'oxlint',
    program: 'oxlint',
    words: "--ignore-pattern 'node_modules/**'",
  },
];

const ARCHITECTURE: readonly Tool[] = [
  {
    config: /^\.dependency-cruiser\.([cm]?js|json)$/,
    package: 'dependency-cruiser',
    program: 'depcruise',
    words: '--output-type err src',
  },
];

const PackageFile = z.looseObject({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** What a Node project's own files ask for, as commands; null where nothing does. `modules`: its installed packages. */
export function findNodeTools(
  root: string,
  modules: string | null,
): { lint: string | null; architecture: string | null } {
  const files = readdirSync(root);
  const installed = modules ?? join(root, 'node_modules');
  const find = (tools: readonly Tool[]): string | null => {
    for (const tool of tools.filter(({ config }) => files.some((file) => config.test(file)))) {
      const program = programOf(installed, tool);
      if (program !== null) return `node node_modules/${program} ${tool.words}`;
    }
    return null;
  };
  return { lint: find(LINTERS), architecture: find(ARCHITECTURE) };
}

/** Where a package keeps a program changes with its versions: the package itself says it. */
function programOf(installed: string, tool: Tool): string | null {
  const parsed = PackageFile.safeParse(readJsonIfThere(join(installed, tool.package, 'package.json')));
  if (!parsed.success) return null;
  const { bin } = parsed.data;
  const program = typeof bin === 'string' ? bin : bin[tool.program];
  return program === undefined ? null : normalize(join(tool.package, program));
}
