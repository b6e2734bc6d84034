/** Models like to wrap code in a fence whatever they are told. */
export function unfence(text: string): string {
  return /^\s*```[\w-]*\n([\s\S]*?)\n?```\s*$/.exec(text)?.[1] ?? text;
}
