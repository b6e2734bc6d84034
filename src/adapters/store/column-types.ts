import type { ColumnType } from 'kysely';

/** A document in a `json` column: written as text, read as whatever the text says. Key order and NUL characters survive, unlike in jsonb. */
export type Document = ColumnType<unknown, string, string>;
/** A `bigint` column: read as text. */
export type Count = ColumnType<string | null, number | null, number | null>;
export type Time = ColumnType<Date, Date, Date>;
export type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>;
