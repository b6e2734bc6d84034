import { readFileSync } from 'node:fs';
import { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { takeShape } from '#scripts/bench/run/symbol-graph.ts';

/** `tsx scripts/take-graph.ts NAME FILE`: FILE is what `mge graph PATH --json` printed. */
const [name, file] = process.argv.slice(2);
if (name === undefined || file === undefined) throw new Error('usage: tsx take-graph.ts NAME FILE');
console.log(JSON.stringify(takeShape(name, DependencyGraph.parse(JSON.parse(readFileSync(file, 'utf8'))))));
