import type { ErrorResponse } from '@anthropic-ai/sdk/resources/shared';

/** Kinds of errors of the API, and the HTTP status of each. */
const STATUS = {
  invalid_request_error: 400,
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  overloaded_error: 529,
} as const;

export type ApiErrorType = keyof typeof STATUS;

/** An error in the official shape: `{ type: 'error', error: { type, message }, request_id }`. */
export class ApiError extends Error {
  readonly type: ApiErrorType;
  readonly headers: Readonly<Record<string, string>>;

  constructor(type: ApiErrorType, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'ApiError';
    this.type = type;
    this.headers = headers;
  }

  get status(): number {
    return STATUS[this.type];
  }

  toJson(requestId: string): unknown {
    return { type: 'error', error: { type: this.type, message: this.message }, request_id: requestId };
  }

  /** As a request of a batch ends: there, too large is one of the ways to be invalid. */
  toResult(): ErrorResponse {
    const type = this.type === 'request_too_large' ? 'invalid_request_error' : this.type;
    return { type: 'error', error: { type, message: this.message }, request_id: null };
  }
}
