import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { createNumbering } from '#engine/dependencies/values/create-numbering.ts';
import { createPairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';

/** Variables by a number and a name: what was asked before is answered with the same one. In flat arrays, for there are very many. */
export interface Answers {
  /** `make` is told the new variable after it is known: who asks the same on the way gets it too. */
  of(key: number, name: string, make: (answer: Variable) => void): Variable;
}

export function createAnswers(createVariable: () => Variable): Answers {
  const names = createNumbering<string>();
  const asked = createPairNumbering();
  const answers: Variable[] = [];
  return {
    of(key, name, make) {
      const number = asked.of(key, names.of(name));
      const known = answers[number];
      if (known !== undefined) return known;
      const answer = createVariable();
      answers[number] = answer;
      make(answer);
      return answer;
    },
  };
}
