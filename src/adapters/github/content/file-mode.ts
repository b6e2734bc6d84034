/** The mode of a file that is written: one that could be executed still can, anything else becomes a plain file. */
export function fileMode(before: string | undefined): '100644' | '100755' {
  return before === '100755' ? '100755' : '100644';
}
