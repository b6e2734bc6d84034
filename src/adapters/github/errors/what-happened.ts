const HAPPENED: Readonly<Record<number, string>> = {
  401: 'GitHub does not know me',
  403: 'GitHub does not let me do this',
  404: 'GitHub does not find what I asked for',
  409: 'Something else was changed on GitHub at the same time',
  410: 'What I asked GitHub for is gone',
  429: 'GitHub asked me to wait',
};

/** A status in people's words; the technical part of the message follows it. */
export function whatHappened(status: number): string {
  if (status >= 500) return 'GitHub has trouble of its own';
  return HAPPENED[status] ?? 'GitHub refused what I asked for';
}
