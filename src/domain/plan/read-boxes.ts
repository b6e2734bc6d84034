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
/** Stands in the comments that a long plan goes on in. */
const CONTINUATION = /^<!-- mge:plan-goes-on:([A-Za-z0-9]+) -->\s*$/;
const WRITTEN = /^<!-- mge:boxes:([A-Za-z0-9_.,-]*) -->\s*$/;

/**
 * Reads the boxes of a plan comment from the hidden markers at the ends of their lines, never from their labels.
 * Null when the text is no plan comment: no approval box and no continuation, or more than one.
 */
export function readBoxes(body: string): PlanBoxes | null {
  const lines = body.split(/\r\n|\r|\n/);
  const approvals = lines.flatMap((line) => readBox(APPROVAL_BOX, line));
  const hashes = [...approvals.map(({ name }) => name), ...lines.flatMap((line) => CONTINUATION.exec(line)?.[1] ?? [])];
  const [planHash] = hashes;
  if (planHash === undefined || hashes.length > 1) return null;
  const tasks = lines.flatMap((line) => readBox(TASK_BOX, line));
  const named = (ticked: boolean): string[] => [
    ...new Set(tasks.filter((task) => task.ticked === ticked).map((task) => task.name)),
  ];
  return { planHash, ticked: named(true), unticked: named(false), approved: approvals[0]?.ticked ?? false };
}

/** The hidden line that remembers which boxes MGE left unticked: whatever differs, people changed. */
export function boxesMarker(unticked: readonly string[]): string {
  return `<!-- mge:boxes:${unticked.join(',')} -->`;
}

/** What people changed in a plan comment since MGE wrote it: task → ticked. Empty for what is no plan comment. */
export function readChangedBoxes(body: string): ReadonlyMap<string, boolean> {
  const boxes = readBoxes(body);
  const marker = body.split(/\r\n|\r|\n/).flatMap((line) => WRITTEN.exec(line)?.[1] ?? []);
  if (boxes === null || marker.length !== 1) return new Map();
  const written = new Set(marker[0]?.split(','));
  return new Map([
    ...boxes.ticked.filter((id) => written.has(id)).map((id) => [id, true] as const),
    ...boxes.unticked.filter((id) => !written.has(id)).map((id) => [id, false] as const),
  ]);
}

function readBox(shape: RegExp, line: string): { ticked: boolean; name: string }[] {
  const [, mark, name] = shape.exec(line) ?? [];
  return mark === undefined || name === undefined ? [] : [{ ticked: mark !== ' ', name }];
}
