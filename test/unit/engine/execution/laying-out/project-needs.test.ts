import { describe, expect, it } from 'vitest';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { projectNeeds } from '#engine/execution/laying-out/project-needs.ts';

type Edge = DependencyGraph['edges'][number];

function graphOf(edges: Edge[]): DependencyGraph {
  return { nodes: [], edges, levels: [], cycles: [], boundaries: [], unresolved: [], order: [] };
}

const owners = new Map([
  ['m.each', 'm.each'],
  ['m.each.inner', 'm.each'],
  ['m.print', 'm.print'],
]);

describe('what a symbol needs', () => {
  it('is each pair once, an inner function speaking for the one it stands in', () => {
    const graph = graphOf([
      { from: 'm.each', to: 'm.print', kind: 'call' },
      { from: 'm.each.inner', to: 'm.print', kind: 'call' },
      { from: 'm.each', to: 'm.each.inner', kind: 'call' },
      { from: 'm.each', to: 'somewhere.else', kind: 'call' },
    ]);
    expect(projectNeeds(graph, owners)).toEqual([['m.each', 'm.print']]);
  });

  it('is not what is only handed to it: it can be judged before that is there', () => {
    const graph = graphOf([{ from: 'm.each', to: 'm.print', kind: 'call', indirect: true }]);
    expect(projectNeeds(graph, owners)).toEqual([]);
  });
});
