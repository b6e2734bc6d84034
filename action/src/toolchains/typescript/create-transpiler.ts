import { z } from 'zod';
import type { CompilerProcess } from '#action/src/toolchains/typescript/compiler-process.ts';
import { answered, readTranspilePlan } from '#action/src/toolchains/typescript/read-transpile-plan.ts';
import type { TranspilePlan, TranspileSource } from '#action/src/toolchains/typescript/transpile-plan.ts';

/** The JavaScript of a tree. */
export interface Transpiled {
  readonly outputs: readonly { readonly to: string; readonly text: string }[];
  outputOf(source: string): string;
}

/** Makes JavaScript of the project's sources as they stand; what it made of a text before is kept. */
export interface Transpiler {
  /** `extra`: sources that the project's settings may leave out. */
  make(extra: readonly string[]): Promise<Transpiled>;
}

export function createTranspiler(deps: { readonly root: string; readonly compiler: CompilerProcess }): Transpiler {
  const { root, compiler } = deps;
  const made = new Map<string, string>();
  let plan: Promise<TranspilePlan> | null = null;

  return {
    async make(extra) {
      const layout = await (plan ??= readTranspilePlan(root, compiler));
      const all = layout.sources(extra);
      const known = (source: TranspileSource): string | undefined =>
        source.to.endsWith('.json') ? source.text : made.get(keyOf(source));
      const wanted = all.filter((source) => known(source) === undefined);
      if (wanted.length > 0) {
        const question = { ask: 'transpile', sources: wanted.map(({ from, text }) => ({ from, text })) } as const;
        const texts = answered(await compiler.ask(question, z.array(z.string())));
        wanted.forEach((source, index) => made.set(keyOf(source), texts[index] ?? ''));
      }
      return {
        outputOf: (source) => layout.outputOf(source),
        outputs: all.map((source) => ({ to: source.to, text: known(source) ?? '' })),
      };
    },
  };
}

function keyOf(source: TranspileSource): string {
  return `${source.from}\n${source.text}`;
}
