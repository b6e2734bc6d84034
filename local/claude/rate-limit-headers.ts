const REQUESTS = 4000;
const INPUT_TOKENS = 2_000_000;
const OUTPUT_TOKENS = 400_000;

/** The headers in which the API tells what is left of its limits; here the limits are wide, and only requests are counted. */
export function rateLimitHeaders(requests: number): Record<string, string> {
  const reset = new Date(Date.now() + 60_000).toISOString();
  return {
    ...limit('requests', REQUESTS, Math.max(0, REQUESTS - requests), reset),
    ...limit('input-tokens', INPUT_TOKENS, INPUT_TOKENS, reset),
    ...limit('output-tokens', OUTPUT_TOKENS, OUTPUT_TOKENS, reset),
  };
}

function limit(kind: string, total: number, remaining: number, reset: string): Record<string, string> {
  const name = `anthropic-ratelimit-${kind}`;
  return { [`${name}-limit`]: String(total), [`${name}-remaining`]: String(remaining), [`${name}-reset`]: reset };
}
