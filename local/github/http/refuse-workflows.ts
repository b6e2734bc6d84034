import { forbidden } from '#local/github/http/github-error.ts';
import { tokenAllows } from '#local/github/http/check-access.ts';
import type { Identity } from '#local/github/http/identity.ts';

/** Whether this identity may change workflow files. */
export function mayChangeWorkflows(identity: Identity): boolean {
  return identity.kind !== 'installation' || tokenAllows(identity.token, 'workflows', 'write');
}

/** 403 when a path is a workflow and the token lacks `workflows: write`. */
export function refuseWorkflows(identity: Identity, paths: readonly string[]): void {
  const touched = paths.some((path) => path.startsWith('.github/workflows/'));
  if (touched && !mayChangeWorkflows(identity)) throw forbidden();
}
