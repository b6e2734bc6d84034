import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { DemoOptions } from '#local/demo/options.ts';

/** What the scripted person says and decides. A null is left out, an empty list of answers takes the defaults. */
const HumanScript = z.object({
  login: z.string(),
  answers: z.string().nullable(),
  regenerate: z.object({ symbol: z.string(), feedback: z.string() }).nullable(),
  approve: z.object({ symbol: z.string(), comment: z.string() }).nullable(),
  edit: z.object({ symbol: z.string(), file: z.string(), content: z.string(), message: z.string() }).nullable(),
});
export type HumanScript = z.infer<typeof HumanScript>;

/** A spec, what stands in the repository before, and the person's part. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly body: string;
  readonly base: Readonly<Record<string, string>>;
  readonly human: HumanScript;
  /** Folder of the scripted answers. */
  readonly script: string;
}

const scripts = fileURLToPath(import.meta.resolve('#local/scripts/ledger/script.json')).replace(
  /[/\\]ledger[/\\]script\.json$/,
  '',
);

export async function readScenario(options: DemoOptions): Promise<Scenario> {
  const script = join(scripts, options.scenario);
  const live = options.spec !== undefined;
  const spec = await readFile(options.spec ?? join(script, 'spec.md'), 'utf8');
  const [first = '', ...rest] = spec.split('\n');
  const title = first.replace(/^#\s*/, '').trim();
  if (title === '') throw new Error('The spec’s first line must be its title.');
  const human = live
    ? { login: 'maria', answers: null, regenerate: null, approve: null, edit: null }
    : HumanScript.parse(JSON.parse(await readFile(join(script, 'human.json'), 'utf8')));
  const edit =
    human.edit === null ? null : { ...human.edit, content: await readFile(join(script, human.edit.content), 'utf8') };
  const base = live ? { 'README.md': `# ${title}\n` } : await readFolder(join(script, 'base'));
  return {
    name: live ? 'spec' : options.scenario,
    title,
    body: rest.join('\n').trim(),
    base,
    human: { ...human, edit },
    script,
  };
}

async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}
