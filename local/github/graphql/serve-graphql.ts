import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { resolveQuery } from '#local/github/graphql/resolve-query.ts';
import { resolveMutation } from '#local/github/graphql/resolve-mutation.ts';
import type { Failures } from '#local/github/http/failures.ts';
import { GitHubError } from '#local/github/http/github-error.ts';
import { identify } from '#local/github/http/identity.ts';
import { readJson } from '#local/github/http/read-request.ts';
import type { RequestLog } from '#local/github/http/request-log.ts';
import type { Reply } from '#local/github/http/route.ts';
import type { World } from '#local/github/world.ts';

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** GitHub's own schema, trimmed. */
function readGraphqlSchema(): GraphQLSchema {
  const file = join(import.meta.dirname, '../../openapi/generated/graphql.json');
  return buildSchema(z.object({ sdl: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).sdl);
}

/** Gives the function that answers `/api/graphql`; questions that GitHub's schema does not allow are findings. */
export function createServeGraphql({
  world,
  failures,
  log,
  report,
}: {
  readonly world: () => World;
  readonly failures: Failures;
  readonly log: RequestLog;
  readonly report: (findings: readonly string[]) => void;
}): (request: IncomingMessage) => Promise<Reply> {
  const schema = readGraphqlSchema();
  return async (request) => {
    const identity = identify(world(), request.headers.authorization);
    if (identity.kind === 'anonymous' || identity.kind === 'app') throw new GitHubError(401, 'Bad credentials');
    const failure = failures.take('POST graphql');
    log.add({ method: 'POST', route: 'graphql', status: failure?.status ?? 200 });
    if (failure)
      return {
        status: failure.status,
        body: failure.body ?? { message: 'wanted failure' },
        headers: failure.headers ?? {},
      };
    const asked = requestSchema.safeParse(await readJson(request));
    if (!asked.success) throw new GitHubError(400, 'A query attribute must be specified and must be a string.');
    const { query, variables, operationName } = asked.data;
    const context = { world: world(), identity };
    const result = await graphql({
      schema,
      source: query,
      rootValue: { ...resolveQuery(context), ...resolveMutation(context) },
      variableValues: variables,
      operationName,
    });
    const outside = (result.errors ?? []).filter((error) => !error.path);
    report(outside.map((error) => `graphql: ${error.message}`));
    return { status: 200, body: JSON.parse(JSON.stringify(result)) };
  };
}
