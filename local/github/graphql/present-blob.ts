import { nodeId } from '#local/github/present/node-id.ts';

/** Longer texts are cut, as GitHub does. */
const LONGEST_TEXT = 512_000;

/** A blob as GraphQL tells it. */
export function presentBlob(oid: string, content: Buffer) {
  const isBinary = content.includes(0);
  return {
    __typename: 'Blob',
    id: nodeId('Blob', oid),
    oid,
    byteSize: content.length,
    isBinary,
    isTruncated: content.length > LONGEST_TEXT,
    text: isBinary ? null : content.subarray(0, LONGEST_TEXT).toString('utf8'),
  };
}
