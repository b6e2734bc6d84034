import type { ValueId } from '#engine/dependencies/values/abstract-value.ts';
import { isInstanceOf } from '#engine/dependencies/flow/judge-instance.ts';
import { isOfSort } from '#engine/dependencies/flow/judge-sort.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { ValueTest } from '#engine/dependencies/flow/value-test.ts';

/** Whether a value passes a test: it always does, never, or nobody knows. */
export type Verdict = 'yes' | 'no' | 'maybe';

/** Functions that ask functions, and so on: a few steps are enough, and may go round. */
const deepest = 4;

/** What a test says of a value. */
export function judge(project: ProjectModel, test: ValueTest, id: ValueId, depth = 0): Verdict {
  switch (test.kind) {
    case 'unknown':
      return 'maybe';
    case 'not':
      return turned(judge(project, test.part, id, depth));
    case 'all':
      return joined(test.parts.map((part) => judge(project, part, id, depth)));
    case 'any':
      return turned(joined(test.parts.map((part) => turned(judge(project, part, id, depth)))));
    case 'is':
      return isOfSort(project, test.sort, id);
    case 'instance':
      return isInstanceOf(project, test.classes, id);
    case 'asks':
      return depth < deepest ? askedOf(project, test.callee, id, depth + 1) : 'maybe';
  }
}

function turned(verdict: Verdict): Verdict {
  return verdict === 'maybe' ? verdict : verdict === 'yes' ? 'no' : 'yes';
}

/** What all of them say together. */
function joined(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('maybe') ? 'maybe' : 'yes';
}

/** What functions tell of their first argument, when they agree. */
function askedOf(project: ProjectModel, callee: number, id: ValueId, depth: number): Verdict {
  const told = project.graph.holds(callee).map((each): Verdict => {
    const asked = project.graph.valueOf(each);
    const method = asked.kind === 'bound' ? project.graph.valueOf(asked.target) : asked;
    const tells = method.kind === 'function' && !method.takesSelf ? method.tells : null;
    return tells === null ? 'maybe' : judge(project, tells, id, depth);
  });
  const [first = 'maybe'] = told;
  return told.every((each) => each === first) ? first : 'maybe';
}
