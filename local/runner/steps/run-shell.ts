import { runProcess } from '#local/runner/run-process.ts';
import {
  PASSED,
  stepEnvironment,
  type JobContext,
  type StepCall,
  type StepOutcome,
} from '#local/runner/job-context.ts';

/** A `run:` step, as GitHub runs bash. Steps that change the machine itself (sudo) are left out here, and say so. */
export async function runShell(call: StepCall, context: JobContext): Promise<StepOutcome> {
  const script = call.run ?? '';
  if (/\bsudo\b/.test(script)) {
    context.log(
      `skipped on this machine: "${call.name}" would change the system; the action finds out for itself what is installed`,
    );
    return PASSED;
  }
  const env = { ...stepEnvironment(context), ...call.env };
  const { workspace, log, signal } = context;
  const status = await runProcess({
    argv: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    cwd: workspace,
    env,
    onLine: log,
    signal,
  });
  return { passed: status === 0, outputs: {} };
}
