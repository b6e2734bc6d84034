import { z } from 'zod';
import { assembleDraft } from '#local/claude/assemble-draft.ts';
import { findSymbolText } from '#local/claude/find-symbol-text.ts';
import type { RequestLine } from '#local/claude/request-line.ts';
import type { ScriptFolder } from '#local/claude/script-folder.ts';
import type { Deviation } from '#local/claude/script.ts';

const Rounds = z.record(z.string(), z.unknown());

/** The JSON answer to a request, with a rule's deviation; null when the script has none. */
export function scriptedAnswer(folder: ScriptFolder, line: RequestLine, deviation: Deviation | null): unknown {
  if (deviation?.kind === 'json') return folder.readJson(deviation.file);
  if (deviation?.kind === 'text') {
    return { text: folder.readText(deviation.file), explanation: deviation.explanation };
  }
  switch (line.stage) {
    case 'discovery':
      return questionsOf(folder, line.subject);
    case 'requirements':
      return folder.readJson('requirements.json');
    case 'masterplan':
      return planOf(folder, line.subject);
    case 'draft':
      return assembleDraft(folder, line.subject, deviation?.kind === 'overlay' ? deviation.folder : null);
    case 'regenerate':
      return regenerated(folder, line.subject);
    default:
      return null;
  }
}

/** The questions of a round; a round that the script does not know has nothing left to ask. */
function questionsOf(folder: ScriptFolder, round: string): unknown {
  return Rounds.parse(folder.readJson('discovery.json'))[round] ?? { questions: [] };
}

/** The plan of a revision (`masterplan.revision-2.json`), or the only one. */
function planOf(folder: ScriptFolder, revision: string): unknown {
  const own = `masterplan.${revision}.json`;
  return folder.readJson(folder.has(own) ? own : 'masterplan.json');
}

function regenerated(folder: ScriptFolder, symbol: string): unknown {
  const text = findSymbolText(folder, symbol);
  return text === null ? null : { text, explanation: 'Written anew from what failed.' };
}
