/** Which test cases reach a symbol: those that a stub in its place turns into "skipped". */
export interface Reach {
  readonly symbol: string;
  readonly level: number;
  /** A test that names this symbol hangs: a loop is more often in what is tested than in its helpers. */
  readonly isSubject: boolean;
  readonly failing: number;
  readonly passing: number;
}

export interface Suspect extends Reach {
  readonly suspicion: number;
}

/**
 * Ranks symbols by Ochiai's suspicion (reached by all failing cases and few passing ones). Among equals the subject
 * of a hanging test comes first, then the deepest in the call graph, since whoever calls a wrong helper is wrong with it.
 */
export function localise(reaches: readonly Reach[], failingTotal: number): Suspect[] {
  return reaches
    .map((reach) => ({ ...reach, suspicion: ochiai(reach, failingTotal) }))
    .filter((suspect) => suspect.suspicion > 0)
    .toSorted(
      (left, right) =>
        right.suspicion - left.suspicion ||
        Number(right.isSubject) - Number(left.isSubject) ||
        left.level - right.level,
    );
}

function ochiai({ failing, passing }: Reach, failingTotal: number): number {
  const reached = failing + passing;
  return reached === 0 || failingTotal === 0 ? 0 : failing / Math.sqrt(failingTotal * reached);
}
