import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { compareVersions, MODULE_NAME } from '#domain/comparison/compare-versions.ts';
import { chooseMutants } from '#domain/mutation/choose-mutants.ts';
import { findMutants } from '#domain/mutation/find-mutants.ts';
import type { Manifest } from '#domain/verdict/manifest.ts';

const syntax = await createTreeSitterSyntax();

/** A manifest whose symbols' tests are tried, and whose functions are compared with earlier texts of their files. */
export function withTrials(
  manifest: Manifest,
  files: Readonly<Record<string, string>>,
  trials: {
    readonly earlier?: Readonly<Record<string, string>>;
    readonly mutants?: number;
    readonly intended?: boolean;
  },
): Manifest {
  const mutants = manifest.atoms.flatMap(({ symbol, file, ranges }) => {
    const tree = syntax.parse({ path: file, text: files[file] ?? '' });
    const [start = 0, end = 0] = ranges[0] ?? [];
    return chooseMutants(findMutants(tree, start, end), trials.mutants ?? 0).map((one) => {
      const edit = { start: one.start, end: one.end, text: one.text };
      return { symbol, file, kind: one.kind, line: one.line, edit };
    });
  });
  let count = 0;
  const comparisons = Object.entries(trials.earlier ?? {}).flatMap(([file, was]) => {
    const trees = [files[file] ?? '', was].map((text) => syntax.parse({ path: file, text }));
    const [now, before] = trees;
    if (now === undefined || before === undefined) return [];
    const changed = compareVersions(now, before, (index) => `${count + index}`);
    count += changed.length;
    return changed.map(({ name, key, previous, overlay, literals, start, end }) => {
      // A file's own code has no symbol in these targets: its first function stands for it.
      const symbol = name === MODULE_NAME ? (manifest.symbols[0]?.id ?? '') : (name.split('.').at(-1) ?? name);
      return {
        symbol,
        file,
        name,
        key,
        intended: trials.intended === true,
        previous,
        place: name === MODULE_NAME ? null : { start, end },
        overlay,
        literals: [...literals],
      };
    });
  });
  return { ...manifest, mutants, comparisons };
}
