const DEFAULT_SECONDS = 30;

/** When a rate-limited call may be tried again: `retry-after` in seconds or as a date, else in half a minute. */
export function readRetryAfter(headers: Headers | undefined, now: Date): Date {
  const header = headers?.get('retry-after') ?? '';
  const seconds = Number(header);
  if (header !== '' && Number.isFinite(seconds)) return later(now, Math.max(0, seconds));
  const date = Date.parse(header);
  return Number.isNaN(date) ? later(now, DEFAULT_SECONDS) : new Date(Math.max(date, now.getTime()));
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
