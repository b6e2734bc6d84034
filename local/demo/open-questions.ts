/** Which questions a comment of MGE asks, as `Q1 Q3`; those that were answered stand there without their number in bold. */
export function openQuestions(body: string): string {
  return [...body.matchAll(/^\*\*(Q\d+)\./gm)].map(([, id]) => id).join(' ');
}
