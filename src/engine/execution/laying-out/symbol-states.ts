import { countDependents } from '#domain/build/dependents.ts';
import type { Project, ProjectAtom } from '#domain/build/project.ts';
import type { AtomState, SymbolState } from '#domain/build/symbol-state.ts';

/** The symbols of a fresh analysis: the draft's own text is the first attempt, and nothing is judged yet. */
export function symbolStates(project: Project): SymbolState[] {
  const dependents = countDependents(project.needs);
  return project.symbols.map(({ id, file, task, level, existing }) => ({
    id,
    file,
    task,
    level,
    progress: existing ? 'existing' : 'candidate',
    attempts: existing ? 0 : 1,
    checks: { passed: 0, failed: 0, notExecuted: 0 },
    failure: null,
    decision: null,
    uncommitted: !existing,
    dependents: dependents.get(id) ?? 0,
  }));
}

/** The atoms that count: those with text of their own, and the root of every symbol. */
export function atomStates(project: Project, symbols: ReadonlySet<string>): AtomState[] {
  const roots = rootAtoms(project.atoms);
  return project.atoms
    .filter((atom) => symbols.has(atom.symbol) && (atom.loc > 0 || roots.get(atom.symbol)?.id === atom.id))
    .map(({ id, symbol, file, kind, name, loc, complexity, oversize }) => {
      const root = roots.get(symbol)?.id === id;
      return { id, symbol, file, kind, name, loc, complexity, oversize, root };
    });
}

/**
 * Symbol → the atom that spans it: the first with text that no other atom of the symbol with text holds. A file's own code
 * is mostly several atoms: then what runs goes before the imports.
 */
export function rootAtoms(atoms: readonly ProjectAtom[]): Map<string, ProjectAtom> {
  const byId = new Map(atoms.map((atom) => [atom.id, atom]));
  const roots = new Map<string, ProjectAtom>();
  for (const atom of atoms) {
    const parent = atom.parent === null ? undefined : byId.get(atom.parent);
    const inner = parent?.symbol === atom.symbol && parent.loc > 0;
    const known = roots.get(atom.symbol);
    if (!inner && (known === undefined || rank(atom) < rank(known))) roots.set(atom.symbol, atom);
  }
  return roots;
}

function rank(atom: ProjectAtom): number {
  return atom.loc === 0 ? 2 : atom.kind === 'imports' ? 1 : 0;
}
