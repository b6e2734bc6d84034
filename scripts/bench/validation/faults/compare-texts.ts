import { overlayText } from '#domain/build/overlay-text.ts';
import { compareVersions } from '#domain/comparison/compare-versions.ts';
import type { ComparisonRun } from '#engine/validation/toolchain.ts';
import type { Syntax } from '#ports/syntax.ts';
import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import { writeText, type Library } from '#scripts/bench/validation/faults/library.ts';

export interface ChangedFile {
  readonly file: string;
  readonly was: string;
  readonly now: string;
}

const NOTHING: ComparisonRun = { differences: [], inputs: new Map(), skipped: new Map() };

/** What the behaviour checks say of files that were changed; the folder is left with its good texts. */
export async function compareTexts(
  deps: { readonly judge: Judge; readonly library: Library; readonly syntax: Syntax },
  changes: readonly ChangedFile[],
  seconds: number,
): Promise<ComparisonRun> {
  const { judge, library, syntax } = deps;
  let count = 0;
  const targets = changes.flatMap(({ file, was, now }) => {
    const trees = [syntax.parse({ path: file, text: now }), syntax.parse({ path: file, text: was })] as const;
    const found = compareVersions(...trees, (index) => String(count + index));
    count += found.length;
    return [{ file, now, found }];
  });
  const flat = targets.flatMap(({ file, found }) =>
    found.map((one) => ({ ...one, file, symbol: `${file} ${one.name}` })),
  );
  if (flat.length === 0) return NOTHING;
  for (const { file, now, found } of targets) {
    const overlays = found.flatMap(({ overlay }) => (overlay === null ? [] : [overlay]));
    writeText(judge.folder, file, overlayText(now, overlays));
  }
  try {
    return await judge.toolchain.compare({ targets: flat, tests: library.tests, seconds });
  } finally {
    for (const { file, was } of changes) writeText(judge.folder, file, was);
  }
}

export function applyEdits(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  const ordered = edits.toSorted((left, right) => right.start - left.start);
  return ordered.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}
