/** Packs texts in order into as few parts as possible: the first of at most `first` characters, the others of at most `further`. */
export function packParts<T extends { readonly text: string }>(
  texts: readonly T[],
  first: number,
  further: number,
): T[][] {
  const parts: T[][] = [[]];
  let left = first;
  for (const each of texts) {
    const needed = each.text.length + 2;
    if (needed > left && (parts.length === 1 || (parts.at(-1)?.length ?? 0) > 0)) {
      parts.push([]);
      left = further;
    }
    parts.at(-1)?.push(each);
    left -= needed;
  }
  return parts;
}
