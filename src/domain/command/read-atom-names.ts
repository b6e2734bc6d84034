/** Splits the words after `regenerate` into leading atom names (`code` or dotted) and the feedback behind them. */
export function readAtomNames(rest: string): { atoms: string[]; feedback: string } {
  const atoms: string[] = [];
  let text = rest.trim();
  for (;;) {
    const name = /^(?:`([^`\s]+)`|([A-Za-z_][\w/-]*(?:\.[\w/-]+)+))(?:[\s,]+|$)/.exec(text);
    const found = name?.[1] ?? name?.[2];
    if (name === null || found === undefined) return { atoms, feedback: text };
    atoms.push(found);
    text = text.slice(name[0].length);
  }
}
