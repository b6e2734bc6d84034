import type { Analysis } from '#main/compose/create-analysis.ts';
import type { DraftChecks } from '#engine/drafting/check-draft.ts';
import { matchInterface } from '#engine/atomization/match-interface.ts';

/** Lets drafting look at syntax and interfaces through the analysis engine. */
export function createDraftChecks({ syntax, atomize }: Analysis): DraftChecks {
  return {
    checkSyntax: async (path, text) => {
      if (syntax.languageOf(path) === null) return null;
      const { errorLines } = await atomize({ path, text });
      const [line] = errorLines;
      return line === undefined ? null : { line, message: 'the file does not parse here' };
    },
    checkInterface: async (draft, exports) => {
      const files = draft.files.filter((file) => syntax.languageOf(file.path) !== null);
      const taken = await Promise.all(files.map((file) => atomize({ path: file.path, text: file.content })));
      const planned = exports.filter((each) => syntax.languageOf(each.file) !== null);
      return matchInterface(
        taken.flatMap((file) => file.symbols),
        planned,
      );
    },
  };
}
