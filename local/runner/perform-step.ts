import { PASSED, type JobContext, type StepCall, type StepOutcome } from '#local/runner/job-context.ts';
import { checkOut } from '#local/runner/steps/check-out.ts';
import { runMgeAction } from '#local/runner/steps/run-mge-action.ts';
import { runShell } from '#local/runner/steps/run-shell.ts';
import { uploadArtifact } from '#local/runner/steps/upload-artifact.ts';

type Performer = (call: StepCall, context: JobContext) => StepOutcome | Promise<StepOutcome>;

const alreadyHere: Performer = (call, context) => {
  context.log(`${call.uses ?? ''}: uses what this machine has`);
  return PASSED;
};

/** Actions that this runner knows, without their version. */
const KNOWN: readonly (readonly [RegExp, Performer])[] = [
  [/^actions\/checkout$/, checkOut],
  [/^actions\/setup-(node|python)$/, alreadyHere],
  [/^actions\/cache$/, alreadyHere],
  [/^actions\/upload-artifact$/, uploadArtifact],
  [/^[\w.-]+\/[\w.-]+\/action$/, runMgeAction],
];

/** Performs one step. An action that is not known fails the step: nothing is ever passed over in silence. */
export async function performStep(call: StepCall, context: JobContext): Promise<StepOutcome> {
  if (call.uses === null) return runShell(call, context);
  const action = call.uses.split('@')[0] ?? '';
  const performer = KNOWN.find(([pattern]) => pattern.test(action))?.[1];
  if (performer !== undefined) return performer(call, context);
  context.log(`the local runner does not know the action ${call.uses}`);
  return { passed: false, outputs: {} };
}
