import type { WrittenTest } from '#domain/atom/written-test.ts';
import { bindingOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { unknownTest, type ValueTest } from '#engine/dependencies/flow/value-test.ts';

/** The bindings that a condition says something of, each once. */
export function testedBindings(reader: FlowReader, condition: number): ReadonlySet<number> {
  const found = new Set<number>();
  collect(reader, condition, found);
  return found;
}

function collect(reader: FlowReader, node: number, found: Set<number>): void {
  const written = writtenTest(reader, node);
  if (written === null) return;
  switch (written.kind) {
    case 'not':
      return collect(reader, written.part, found);
    case 'all':
    case 'any':
      for (const part of written.parts) collect(reader, part, found);
      return;
    default: {
      const binding = bindingOf(reader, written.tested);
      if (binding >= 0) found.add(binding);
    }
  }
}

/** What a condition says of what one name holds, when it counts as true. */
export function readTest(reader: FlowReader, condition: number, binding: number): ValueTest {
  const written = writtenTest(reader, condition);
  if (written === null) return unknownTest;
  switch (written.kind) {
    case 'all':
    case 'any': {
      const [first = unknownTest, ...more] = written.parts.map((part) => readTest(reader, part, binding));
      return more.length === 0 ? first : { kind: written.kind, parts: [first, ...more] };
    }
    case 'not':
      return opposite(readTest(reader, written.part, binding));
    default:
      return bindingOf(reader, written.tested) === binding ? readAtom(reader, written) : unknownTest;
  }
}

/** What is said of one value. */
type Atom = Exclude<WrittenTest, { kind: 'all' | 'any' | 'not' }>;

function readAtom(reader: FlowReader, written: Atom): ValueTest {
  switch (written.kind) {
    case 'instance':
      return { kind: 'instance', classes: written.classes.map((each) => reader.read(each)) };
    case 'asks':
      return { kind: 'asks', callee: reader.read(written.callee) };
    default: {
      const of: ValueTest = { kind: 'is', sort: written.sort };
      const test: ValueTest = written.isSome ? { kind: 'all', parts: [of, unknownTest] } : of;
      return written.isNot ? opposite(test) : test;
    }
  }
}

/** What holds when a test does not. */
export function opposite(test: ValueTest): ValueTest {
  return test.kind === 'unknown' ? test : test.kind === 'not' ? test.part : { kind: 'not', part: test };
}

function writtenTest({ tree }: FlowReader, node: number): WrittenTest | null {
  return node < 0 ? null : (tree.grammar.rules.flow.testOf?.(tree, node) ?? null);
}
