import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { GitHubClient } from '#adapters/github/client/github-client.ts';

const KEPT_ANSWERS = 300;
const NotModified = z.object({ status: z.literal(304) });
/** Never changes, and is kept elsewhere. */
const IMMUTABLE = /\/git\/(?:blobs|trees|commits)\/|\/zip$/;

type Response = Awaited<ReturnType<GitHubClient['request']>>;

interface Answer {
  readonly etag: string;
  readonly response: Response;
}

/**
 * Asks again with the ETag of the last answer: what has not changed costs none of GitHub's hourly requests, and is given as
 * it was.
 */
export function askConditionally(client: GitHubClient): void {
  const answers = new LRUCache<string, Answer>({ max: KEPT_ANSWERS });
  client.hook.wrap('request', async (request, options) => {
    const { method, url } = client.request.endpoint(options);
    if (method !== 'GET' || IMMUTABLE.test(url)) return request(options);
    const known = answers.get(url);
    if (known !== undefined) options.headers = { ...options.headers, 'if-none-match': known.etag };
    try {
      const response = await request(options);
      const { etag } = response.headers;
      // A copy: whoever reads pages of a list rewrites the answer in place.
      if (etag !== undefined) answers.set(url, { etag, response: structuredClone(response) });
      return response;
    } catch (error) {
      if (known === undefined || !NotModified.safeParse(error).success) throw error;
      return structuredClone(known.response);
    }
  });
}
