/**
 * What the store and the queue need of a PostgreSQL connection pool: the shape of `pg.Pool`, which the embedded database
 * takes on too ({@link PglitePool}).
 */
export interface SqlResult<R> {
  rows: R[];
  rowCount?: number | null;
}

export interface SqlClient {
  query<R>(text: string, parameters?: readonly unknown[]): Promise<SqlResult<R>>;
  release(destroy?: boolean): void;
}

export interface SqlPool {
  connect(): Promise<SqlClient>;
}
