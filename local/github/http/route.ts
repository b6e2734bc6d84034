import type { z } from 'zod';
import { notFound, validationFailed } from '#local/github/http/github-error.ts';
import type { Identity } from '#local/github/http/identity.ts';
import type { Json } from '#local/github/json.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { Actor } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** A request that has found its route and passed its access check. */
export interface Call {
  readonly world: World;
  readonly identity: Identity;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The value of `Accept`. */
  readonly accept: string;
}

export interface RepositoryCall extends Call {
  readonly repository: Repository;
  readonly gitDir: string;
  readonly actor: Actor;
}

export interface Reply {
  readonly status: number;
  readonly body?: Json;
  /** Sent instead of JSON. */
  readonly bytes?: { readonly content: Uint8Array; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who may call: the app by its JWT, an installation, or a token with this permission on the repository. */
export type Access =
  | { readonly by: 'app' | 'installation' | 'anyone' }
  | { readonly by: 'permission'; readonly name: readonly string[]; readonly level: 'read' | 'write' };

export interface Route {
  readonly method: Method;
  /** The path as GitHub's description writes it: the key of the gate. */
  readonly path: string;
  readonly access: Access;
  handle(call: Call): Promise<Reply> | Reply;
}

/** Reads a body; 422 in GitHub's way when it does not fit. */
export function readBody<T>(schema: z.ZodType<T>, call: Call): T {
  const parsed = schema.safeParse(call.body ?? {});
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    resource: 'Request',
    field: issue.path.join('.'),
    code: 'invalid' as const,
    message: issue.message,
  }));
  throw validationFailed(...errors);
}

/** A parameter of the path. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw notFound();
  return value;
}

/** A parameter of the path that is a number; 404 otherwise. */
export function numberParam(call: Call, name: string): number {
  const value = Number(param(call, name));
  if (!Number.isSafeInteger(value)) throw notFound();
  return value;
}
