import { lstatSync, readFileSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';
import { zipSync } from 'fflate';
import { PASSED, type JobContext, type StepCall, type StepOutcome } from '#local/runner/job-context.ts';

/** `actions/upload-artifact` of one file: a zip that holds it by its name. Links are not followed. */
export function uploadArtifact(call: StepCall, context: JobContext): StepOutcome {
  const file = normalize(call.inputs['path'] ?? '');
  const path = join(context.workspace, file);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (file.startsWith('..') || found === undefined || !found.isFile()) {
    const missing = call.inputs['if-no-files-found'] ?? 'warn';
    context.log(`no file ${file} to upload`);
    return { passed: missing !== 'error', outputs: {} };
  }
  // A fixed date, so that the same results give the same archive.
  const archive = zipSync({ [basename(file)]: readFileSync(path) }, { mtime: new Date('2026-01-01T00:00:00Z') });
  context.artifacts.push({ name: call.inputs['name'] ?? 'artifact', archive });
  return PASSED;
}
