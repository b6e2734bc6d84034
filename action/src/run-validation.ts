import { MgeError } from '#domain/failure/mge-error.ts';
import { cleanOutput } from '#domain/verdict/create-evidence.ts';
import type { Manifest } from '#domain/verdict/manifest.ts';
import { NO_TRIALS } from '#domain/verdict/trial-results.ts';
import type { Results } from '#domain/verdict/results.ts';
import { validateBatch, type BatchOutcome } from '#engine/validation/validate-batch.ts';
import { createCheckoutWorkspace } from '#action/src/checkout-workspace.ts';
import { recognizeProject } from '#action/src/recognize-project.ts';
import { withoutExecution } from '#action/src/without-execution.ts';
import { createUnsafeSandbox } from '#adapters/sandbox/create-unsafe-sandbox.ts';
import type { ChosenSandbox } from '#adapters/sandbox/choose-sandbox.ts';

export interface ValidationRequest {
  readonly manifest: Manifest;
  readonly workspace: string;
  readonly headSha: string;
  readonly chosen: ChosenSandbox;
  /** Installed node_modules outside the checkout; null: installed in it. */
  readonly modules: string | null;
  readonly say: (line: string) => void;
}

/** Judges a checkout and says what came of it; whatever goes wrong becomes the results' `error`, with nothing passed. */
export async function runValidation(request: ValidationRequest): Promise<Results> {
  const started = performance.now();
  const { manifest, headSha, chosen } = request;
  const toolchain = { name: 'none', version: '' };
  const outcome = await judge(request, started, (name, version) => Object.assign(toolchain, { name, version })).catch(
    (cause: unknown) => {
      const code = cause instanceof MgeError ? cause.code : 'internal';
      return failedOutcome(code, cause instanceof Error ? cause.message : String(cause));
    },
  );
  return {
    version: 1,
    run: manifest.run,
    batch: manifest.batch,
    key: manifest.key,
    headSha,
    sandbox: { kind: chosen.sandbox.kind, enforced: [...chosen.sandbox.enforced()] },
    toolchain,
    ...outcome,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  };
}

async function judge(
  request: ValidationRequest,
  started: number,
  named: (name: string, version: string) => void,
): Promise<BatchOutcome> {
  const { workspace, chosen, modules, say } = request;
  // Fail closed: without a sandbox nothing of the target runs. A parser and the compiler only read it.
  const manifest = chosen.executes ? request.manifest : withoutExecution(request.manifest);
  const sandbox = chosen.executes ? chosen.sandbox : createUnsafeSandbox();
  const project = await recognizeProject({
    root: workspace,
    manifest,
    sandbox,
    executes: chosen.executes,
    modules,
    say,
  });
  if (project === null)
    return failedOutcome(
      'toolchain-missing',
      'No tool chain fits the repository: a package.json with Node, or Python 3, is needed.',
    );
  try {
    const installed = await project.install();
    if (installed !== null) say(`dependencies: ${installed.passed ? 'installed' : 'FAILED'}`);
    if (installed !== null && !installed.passed) return failedOutcome('install-failed', installed.output);
    const toolchain = await project.open();
    named(toolchain.name, toolchain.version);
    const expired = (): boolean => performance.now() - started > manifest.limits.jobSeconds * 1000;
    const elapsed = (): number => (performance.now() - started) / 1000;
    const dependencies = { toolchain, workspace: createCheckoutWorkspace(workspace), expired, elapsed, say };
    return await validateBatch(manifest, dependencies);
  } finally {
    await project.close();
  }
}

/** Nothing was judged: no atom is named, so that none looks as if it had been. */
function failedOutcome(code: string, message: string): BatchOutcome {
  const suite = { passed: 0, failed: 0, skipped: 0 };
  return {
    levels: [],
    atoms: [],
    tests: [],
    suite,
    ...NO_TRIALS,
    error: { code, message: cleanOutput(message).slice(0, 2000) },
  };
}
