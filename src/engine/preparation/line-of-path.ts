import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from 'yaml';

/** The 1-based line of a YAML document where a key or item stands; the nearest parent's when it is not there. */
export function lineOfPath(
  document: Document.Parsed,
  lines: LineCounter,
  path: readonly (string | number)[],
): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset === null ? null : lines.linePos(offset).line;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
