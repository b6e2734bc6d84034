import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { refusal, success, type Result } from '#domain/failure/result.ts';
import { explainIssue } from '#domain/settings/explain-issue.ts';
import { Settings } from '#domain/settings/settings.ts';
import type { SettingsProblem } from '#domain/settings/settings-problem.ts';
import { lineOfPath } from '#engine/preparation/line-of-path.ts';

const LARGEST = 64 * 1024;

/** The settings of a `mge.yml`; an empty text means the defaults. Everything that is wrong is told at once. */
export function readSettings(text: string): Result<Settings, SettingsProblem[]> {
  if (text.length > LARGEST) return refusal([{ line: null, text: 'The file is larger than 64 KB.' }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    return refusal([
      { line: lines.linePos(broken.pos[0]).line, text: `This is not YAML: ${broken.message.replace(/\.+$/u, '')}.` },
    ]);
  }
  // Aliases could make a small file huge, and no setting needs them.
  if (holdsAlias(document)) return refusal([{ line: null, text: 'Aliases (`*name`) are not allowed here.' }]);
  const parsed = Settings.safeParse(document.toJS() ?? {});
  if (parsed.success) return success(parsed.data);
  return refusal(
    parsed.error.issues
      .flatMap((issue) => explainIssue(issue))
      .map(({ path, text: explained }) => ({ line: lineOfPath(document, lines, path), text: explained }))
      .sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
  );
}

function holdsAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, (_key, node) => {
    found ||= isAlias(node);
    return found ? visit.BREAK : undefined;
  });
  return found;
}
