import type { SourceFile } from '#domain/atom/source-file.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { BranchPlace } from '#domain/review/branch-place.ts';
import { lineSpan } from '#domain/build/line-span.ts';

/** The places of all symbols of some files, by symbol id. */
export async function findPlaces(
  analyse: AnalyseSources,
  files: readonly SourceFile[],
): Promise<Map<string, BranchPlace>> {
  if (files.length === 0) return new Map();
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const { fileAtoms } = await analyse([...files]);
  return new Map(
    fileAtoms.flatMap((parts) =>
      parts.symbols.map(
        (symbol) => [symbol.id, placeOf(texts.get(parts.file) ?? '', symbol.start, symbol.end)] as const,
      ),
    ),
  );
}

function placeOf(text: string, start: number, end: number): BranchPlace {
  const { startLine, endLine } = lineSpan(text, start, end);
  const lines = text.split('\n');
  const whole = lines.slice(startLine - 1, endLine).join('\n');
  const own = text.slice(start, end).trim();
  return { startLine, endLine, text: whole, alone: whole.trim().replace(/[;,]$/, '') === own.replace(/[;,]$/, '') };
}
