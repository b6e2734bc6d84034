import { createPublicKey, createVerify } from 'node:crypto';
import { z } from 'zod';
import { GitHubError, suspendedError } from '#local/github/http/github-error.ts';
import { findUser } from '#local/github/state/find-user.ts';
import type { Installation, InstallationToken } from '#local/github/state/installation.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** Who a request comes from. */
export type Identity =
  | { readonly kind: 'app' }
  | { readonly kind: 'installation'; readonly installation: Installation; readonly token: InstallationToken }
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'anonymous' };

/** How a person of the local GitHub signs in: their login behind this word. */
export const userTokenPrefix = 'ghu_';

const claimsSchema = z.object({ iss: z.union([z.string(), z.number()]), iat: z.number(), exp: z.number() });

function decodePart(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

/** Checks an app's JWT. Wall time, not the world's clock: the client signs with its own. */
function readJwt(world: World, jwt: string): Identity {
  const badCredentials = new GitHubError(401, 'A JSON web token could not be decoded');
  const [header = '', claims = '', signature = ''] = jwt.split('.');
  const verifier = createVerify('RSA-SHA256').update(`${header}.${claims}`);
  if (!verifier.verify(createPublicKey(world.app.privateKey), signature, 'base64url')) throw badCredentials;
  const parsed = claimsSchema.safeParse(decodePart(claims));
  if (!parsed.success) throw badCredentials;
  const { iss, iat, exp } = parsed.data;
  const now = Date.now() / 1000;
  if (String(iss) !== String(world.app.id) && iss !== `Iv1.${world.app.id}`) throw badCredentials;
  if (exp < now) throw new GitHubError(401, "'Expiration time' claim ('exp') must be a numeric value in the future");
  if (exp > now + 660) throw new GitHubError(401, "'Expiration time' claim ('exp') is too far in the future");
  if (iat > now + 60) throw new GitHubError(401, "'Issued at' claim ('iat') must be an Integer in the past");
  return { kind: 'app' };
}

/** Finds whom a token belongs to; 401 for a wrong or expired one. */
function identifyToken(world: World, secret: string): Identity {
  const token = world.state.tokens.find((known) => known.token === secret);
  const installation = world.state.installations.find((known) => known.id === token?.installationId);
  if (token && installation && installation.suspendedAt !== null) throw suspendedError();
  if (token && installation && token.expiresAt > Date.now()) return { kind: 'installation', installation, token };
  const login = secret.startsWith(userTokenPrefix) ? secret.slice(userTokenPrefix.length) : '';
  const user = login === '' ? undefined : findUser(world.state, login);
  if (user) return { kind: 'user', user };
  throw new GitHubError(401, 'Bad credentials');
}

/** Reads the `Authorization` header: JWT, token, or (for git) basic. */
export function identify(world: World, header: string | undefined): Identity {
  if (header === undefined) return { kind: 'anonymous' };
  const [scheme = '', value = ''] = header.split(' ');
  if (scheme.toLowerCase() === 'basic') {
    const [, password = ''] = Buffer.from(value, 'base64').toString().split(/:(.*)/s);
    return identifyToken(world, password);
  }
  return value.split('.').length === 3 ? readJwt(world, value) : identifyToken(world, value);
}
