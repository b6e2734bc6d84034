import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { toGraphology } from '#engine/dependencies/drawing/to-graphology.ts';

const keys = [
  '  <key id="kind" for="all" attr.name="kind" attr.type="string"/>',
  '  <key id="level" for="node" attr.name="level" attr.type="int"/>',
  '  <key id="file" for="node" attr.name="file" attr.type="string"/>',
];

/** GraphML with all nodes and edges, externals included. */
export function toGraphml(graph: DependencyGraph): string {
  const drawing = toGraphology(graph);
  const nodes = drawing.mapNodes(
    (id, { kind, level, file }) =>
      `    <node id="${escapeXml(id)}"><data key="kind">${kind}</data><data key="level">${level}</data><data key="file">${escapeXml(file)}</data></node>`,
  );
  const edges = drawing.mapEdges(
    (_, { kind }, from, to) =>
      `    <edge source="${escapeXml(from)}" target="${escapeXml(to)}"><data key="kind">${kind}</data></edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph edgedefault="directed">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
