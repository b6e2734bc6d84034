/** GraphQL's opaque id: the kind and the number, as GitHub's older ids are. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

/** What a node id stands for. */
export function readNodeId(id: string): { readonly kind: string; readonly id: string } {
  const [kind = '', key = ''] = Buffer.from(id, 'base64url').toString().split(':');
  return { kind, id: key };
}
