import type { Legality } from '#domain/command/legality.ts';
import type { ReadWords } from '#domain/command/read-words.ts';

/** Who may give a command: anyone, the spec's author too, or only people with write permission. */
export type CommandPermission = 'anyone' | 'author' | 'write';

/** All there is to know of a command. */
export interface CommandRow {
  readonly usage: string;
  readonly does: string;
  readonly permission: CommandPermission;
  readonly legal: Legality;
  readonly read: ReadWords;
}
