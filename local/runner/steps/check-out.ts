import { runProcess } from '#local/runner/run-process.ts';
import { stepEnvironment, type JobContext, type StepCall, type StepOutcome } from '#local/runner/job-context.ts';

const SHA = /^[0-9a-f]{40}$/;

/** `actions/checkout`: the job's commit, or the one in `ref`, without credentials and without hooks. */
export async function checkOut(call: StepCall, context: JobContext): Promise<StepOutcome> {
  const { job, workspace, log, signal } = context;
  const wanted = call.inputs['ref'] ?? '';
  const ref = wanted === '' ? job.headSha : wanted;
  if (!SHA.test(ref)) throw new Error(`the local runner checks out commits only, not "${ref}"`);
  const env = {
    ...stepEnvironment(context),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
  const git = async (...words: string[]): Promise<boolean> =>
    (await runProcess({
      argv: ['git', '-c', 'core.hooksPath=/dev/null', ...words],
      cwd: '/',
      env,
      onLine: log,
      signal,
    })) === 0;
  const passed =
    (await git('clone', '--quiet', '--shared', '--no-checkout', job.gitDir, workspace)) &&
    (await git('-C', workspace, 'checkout', '--quiet', '--detach', ref));
  return { passed, outputs: { commit: ref, ref } };
}
