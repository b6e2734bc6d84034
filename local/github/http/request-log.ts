/** One request that was served. */
export interface RequestRecord {
  readonly method: string;
  /** The path as GitHub describes it, or `graphql`. */
  readonly route: string;
  readonly status: number;
  /** Whether it counts against GitHub's limit on content-creating requests. */
  readonly creating: boolean;
}

export interface RequestLog {
  add(record: Omit<RequestRecord, 'creating'>): void;
  list(): readonly RequestRecord[];
}

const free: readonly string[] = ['/app/installations/{installation_id}/access_tokens', 'graphql', 'git'];

/** Writes down every request. */
export function createRequestLog(): RequestLog {
  const records: RequestRecord[] = [];
  return {
    add: (record) => {
      const creating = record.method !== 'GET' && record.status < 400 && !free.includes(record.route);
      records.push({ ...record, creating });
    },
    list: () => records,
  };
}
