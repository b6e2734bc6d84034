import { MANIFEST_PATH, RESULTS_ARTIFACT, RESULTS_FILE } from '#domain/run/validation-run.ts';
import { PINNED_ACTIONS } from '#engine/validation/workflow/pinned-actions.ts';

export interface ValidationWorkflowOptions {
  /** The action, pinned: `owner/repo/path@sha`. */
  readonly actionRef: string;
  /** Versions to set up; null leaves the runner's own. */
  readonly node: string | null;
  readonly python: string | null;
}

/** The workflow that onboarding commits: no secret, no write permission, dispatched on the candidate ref by MGE alone. */
export function renderValidationWorkflow({ actionRef, node, python }: ValidationWorkflowOptions): string {
  const steps = [
    CHECK_OUT,
    node === null ? null : setUpStep('Node', PINNED_ACTIONS.setupNode, 'node-version', node),
    python === null ? null : setUpStep('Python', PINNED_ACTIONS.setupPython, 'python-version', python),
    INSTALL_SANDBOX,
    judgeStep(actionRef),
    UPLOAD,
  ];
  return `${HEAD}${steps.filter((step) => step !== null).join('\n')}`;
}

const HEAD = `# Added by MGE. It judges generated candidates in a sandbox: no secrets, read-only, dispatched by MGE.
name: MGE validation
run-name: MGE validation \${{ inputs.key }}

on:
  workflow_dispatch:
    inputs:
      key:
        description: Key of the dispatch, echoed in the results
        required: true
        type: string
      sha:
        description: Commit of the candidates
        required: true
        type: string

permissions:
  contents: read

concurrency:
  group: mge-validate-\${{ inputs.key }}

jobs:
  validate:
    name: Validate candidates
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    steps:
`;

const CHECK_OUT = `      - name: Check out the candidates
        uses: ${PINNED_ACTIONS.checkout}
        with:
          ref: \${{ inputs.sha }}
          persist-credentials: false
`;

// Ubuntu 24.04 lets unprivileged programs make user namespaces only with this setting.
const INSTALL_SANDBOX = `      - name: Install the sandbox
        id: sandbox
        run: |
          sudo apt-get update -qq
          sudo apt-get install -y -qq --no-install-recommends bubblewrap
          sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
`;

const UPLOAD = `      - name: Upload the results
        if: always()
        uses: ${PINNED_ACTIONS.uploadArtifact}
        with:
          name: ${RESULTS_ARTIFACT}
          path: ${RESULTS_FILE}
          if-no-files-found: error
          retention-days: 7
`;

function judgeStep(actionRef: string): string {
  return `      - name: Judge the candidates
        uses: ${actionRef}
        with:
          key: \${{ inputs.key }}
          manifest: ${MANIFEST_PATH}
          results: ${RESULTS_FILE}
`;
}

function setUpStep(name: string, action: string, input: string, version: string): string {
  return `      - name: Set up ${name}
        uses: ${action}
        with:
          ${input}: ${JSON.stringify(version)}
`;
}
