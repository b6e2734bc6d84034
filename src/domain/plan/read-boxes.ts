/** The boxes of a plan comment, as they stand. */
export interface PlanBoxes {
  /** The hash of the plan that the comment shows. */
  readonly planHash: string;
  readonly ticked: readonly string[];
  readonly unticked: readonly string[];
  /** Whether the approval box is ticked. */
  readonly approved: boolean;
}

const TASK_BOX = /^\s*[-*+]\s+\[([ xX])\].*<!-- mge:task:([A-Za-z0-9_.-]+) -->\s*$/;
const APPROVAL_BOX = /^\s*[-*+]\s+\[([ xX])\].*<!-- mge:approve:([A-Za-z0-9]+) -->\s*$/;

/**
 * Reads the boxes of a plan comment from the hidden markers at the ends of their lines, never from their labels.
 * Null when the text is no plan comment: no approval box, or more than one.
 */
export function readBoxes(body: string): PlanBoxes | null {
  const lines = body.split(/\r\n|\r|\n/);
  const approvals = lines.flatMap((line) => readBox(APPROVAL_BOX, line));
  const [approval] = approvals;
  if (approval === undefined || approvals.length > 1) return null;
  const tasks = lines.flatMap((line) => readBox(TASK_BOX, line));
  const named = (ticked: boolean): string[] => [
    ...new Set(tasks.filter((task) => task.ticked === ticked).map((task) => task.name)),
  ];
  return { planHash: approval.name, ticked: named(true), unticked: named(false), approved: approval.ticked };
}

function readBox(shape: RegExp, line: string): { ticked: boolean; name: string }[] {
  const [, mark, name] = shape.exec(line) ?? [];
  return mark === undefined || name === undefined ? [] : [{ ticked: mark !== ' ', name }];
}
