import type { Build } from '#domain/build/build.ts';
import { isSettled } from '#domain/build/progress.ts';
import { symbolPath } from '#domain/build/symbol-path.ts';

const MOST_NODES = 40;

/** A Mermaid picture of the levels: every symbol while there are few, else one box a level. */
export function renderLevelsGraph(build: Build): string {
  const symbols = build.levels.flat().length;
  const lines = symbols + build.levels.length <= MOST_NODES ? symbolBoxes(build) : levelBoxes(build);
  return ['```mermaid', 'flowchart LR', ...lines, ...STYLES, '```'].join('\n');
}

const STYLES = [
  '  classDef done fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  '  classDef flagged fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  '  classDef open fill:#f6f8fa,stroke:#8c959f,color:#1f2328',
];

function symbolBoxes(build: Build): string[] {
  const lines = build.levels.flatMap((ids, level) => [
    `  subgraph L${level}["level ${level}"]`,
    ...ids.map((id, index) => {
      const symbol = build.symbols[id];
      const name = symbol === undefined ? id : symbolPath(symbol);
      return `    S${level}_${index}["${plain(name)}"]:::${styleOf(build, [id])}`;
    }),
    '  end',
  ]);
  return [...lines, ...chain(build, (level) => `L${level}`)];
}

function levelBoxes(build: Build): string[] {
  // Very deep projects: neighbouring levels share a box, so that the picture stays readable.
  const step = Math.ceil(build.levels.length / MOST_NODES);
  const groups = Array.from({ length: Math.ceil(build.levels.length / step) }, (_, group) => group);
  const boxes = groups.map((group) => {
    const first = group * step;
    const last = Math.min(build.levels.length, first + step) - 1;
    const ids = build.levels.slice(first, last + 1).flat();
    const title = first === last ? `level ${first}` : `levels ${first} to ${last}`;
    return `  L${group}["${title}: ${ids.length} ${ids.length === 1 ? 'symbol' : 'symbols'}"]:::${styleOf(build, ids)}`;
  });
  return [...boxes, ...groups.slice(1).map((group) => `  L${group - 1} --> L${group}`)];
}

function chain(build: Build, name: (level: number) => string): string[] {
  return build.levels.slice(1).map((_, level) => `  ${name(level)} --> ${name(level + 1)}`);
}

function styleOf(build: Build, ids: readonly string[]): 'done' | 'flagged' | 'open' {
  const states = ids.flatMap((id) => build.symbols[id] ?? []);
  if (states.some((state) => state.progress === 'flagged')) return 'flagged';
  return states.every(isSettled) ? 'done' : 'open';
}

/** Mermaid reads brackets and quotes even inside a quoted name. */
function plain(name: string): string {
  return name.replaceAll(/[^\w.$ -]/g, '');
}
