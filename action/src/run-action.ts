import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Manifest } from '#domain/verdict/manifest.ts';
import type { Results } from '#domain/verdict/results.ts';
import { chooseSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import type { ActionSettings } from '#action/src/action-settings.ts';
import { renderAnnotations } from '#action/src/render-annotations.ts';
import { renderSummary } from '#action/src/render-summary.ts';
import { plainLine } from '#action/src/plain-line.ts';
import { runValidation } from '#action/src/run-validation.ts';

/** Largest manifest that is read. */
const MANIFEST_BYTES = 64_000_000;

/**
 * The whole action: manifest in, results file out. Returns the results; throws (and the step fails) only when there is
 * no manifest to answer, for then there is nothing that results could be about.
 */
export async function runAction(settings: ActionSettings, say: (line: string) => void): Promise<Results> {
  const manifest = await readManifest(settings);
  const { sandbox: mode, dockerImage, controlGroups } = settings;
  const chosen = await chooseSandbox({ mode, dockerImage, controlGroups });
  try {
    const sayPlainly = (line: string): void => say(plainLine(line));
    sayPlainly(`sandbox: ${chosen.note}`);
    const headSha = await checkedOutCommit(settings);
    const results = await runValidation({
      manifest,
      workspace: settings.workspace,
      headSha,
      chosen,
      modules: settings.modules,
      say: sayPlainly,
    });
    await publish(results, settings, say);
    return results;
  } finally {
    chosen.close();
  }
}

/** The commit that stands in the checkout, which is what is judged; the run's own commit where git does not tell. */
async function checkedOutCommit(settings: ActionSettings): Promise<string> {
  const head = await readFile(join(settings.workspace, '.git/HEAD'), 'utf8').catch(() => '');
  return /^[0-9a-f]{40}([0-9a-f]{24})?\n?$/.test(head) ? head.trim() : settings.headSha;
}

async function readManifest(settings: ActionSettings): Promise<Manifest> {
  const text = await readFile(settings.manifest, 'utf8');
  if (text.length > MANIFEST_BYTES) throw new Error('the manifest is too large');
  const manifest = Manifest.parse(JSON.parse(text));
  if (settings.key !== '' && settings.key !== manifest.key) throw new Error('the manifest belongs to another dispatch');
  return manifest;
}

async function publish(results: Results, settings: ActionSettings, say: (line: string) => void): Promise<void> {
  // Made anew, never written through a link that the checkout may hold.
  await rm(settings.results, { force: true, recursive: true });
  await writeFile(settings.results, JSON.stringify(results), { flag: 'wx' });
  renderAnnotations(results).forEach(say);
  if (settings.summaryFile !== '') await appendFile(settings.summaryFile, renderSummary(results));
  if (settings.outputFile !== '') {
    const failed = results.atoms.filter((atom) => atom.verdict === 'failed').length;
    await appendFile(settings.outputFile, `results=${settings.results}\nfailed=${failed}\n`);
  }
}
