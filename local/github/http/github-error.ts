import type { JsonObject } from '#local/github/json.ts';

/** A refusal that a route answers with GitHub's own error body. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly status: number;
  readonly body: JsonObject;
  constructor(status: number, message: string, extra: JsonObject = {}) {
    super(message);
    this.status = status;
    this.body = { message, ...extra, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  }
}

export function notFound(): GitHubError {
  return new GitHubError(404, 'Not Found');
}

export function forbidden(): GitHubError {
  return new GitHubError(403, 'Resource not accessible by integration');
}

/** What every request of a suspended installation is answered with. */
export function suspendedError(): GitHubError {
  return new GitHubError(403, 'This installation has been suspended');
}

export interface FieldProblem {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly message?: string;
}

/** 422 with the list of what is wrong. */
export function validationFailed(...errors: readonly FieldProblem[]): GitHubError {
  return new GitHubError(422, 'Validation Failed', { errors: errors.map((error) => ({ ...error })) });
}

/** 422 with one sentence. */
export function unprocessable(message: string): GitHubError {
  return new GitHubError(422, message);
}
