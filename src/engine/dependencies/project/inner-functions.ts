import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, childInField, hasFlag } from '#domain/atom/tree-navigation.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** A function, lambda or class that is no symbol of its own, as a node of the graph. */
export interface InnerFunction {
  readonly id: string;
  readonly file: string;
  readonly kind: 'function' | 'class';
  /** The id of the function or class around it. */
  readonly around: string;
}

/** The functions inside the symbols of a file. */
export interface InnerFunctions {
  readonly list: readonly InnerFunction[];
  idOf(node: number): string | null;
  /** The innermost function or class whose body a place is in, else the module: declarations run as part of what holds them. */
  runsIn(node: number): string;
}

/** Finds the inner functions of a file; null where the language leaves them to their symbols. */
export function findInnerFunctions(file: FileModel): InnerFunctions | null {
  const { tree, symbols } = file;
  const { innerName } = tree.grammar.rules;
  if (innerName === undefined) return null;
  const ids = new Map<number, string>();
  const list: InnerFunction[] = [];
  const names = createInnerNames();
  const homes: string[] = [symbols.symbols[0]?.facts.id ?? ''];
  const homeOf = new Uint32Array(tree.count);
  for (let node = 1; node < tree.count; node += 1) {
    if (!hasFlag(tree, node, kindFlags.function | kindFlags.class)) continue;
    const symbol = symbols.byValue.get(node);
    const around = homes[homeOf[node] ?? 0] ?? '';
    const id = symbols.symbols[symbol ?? -1]?.facts.id ?? names.give(around, innerName(tree, node));
    ids.set(node, id);
    const kind = hasFlag(tree, node, kindFlags.class) ? 'class' : 'function';
    if (symbol === undefined) list.push({ id, file: tree.path, kind, around });
    const body = childInField(tree, node, 'body');
    if (body >= 0) homeOf.fill(homes.push(id) - 1, body, afterOf(tree, body));
  }
  return { list, idOf: (node) => ids.get(node) ?? null, runsIn: (node) => homes[homeOf[node] ?? 0] ?? '' };
}

/** The inner functions of all files, by the number of the file. */
export function innerAt(files: readonly (InnerFunctions | null)[], { file, node }: Site): string | null {
  return files[file.index]?.idOf(node) ?? null;
}

interface InnerNames {
  give(around: string, name: string | null): string;
}

/** Dotted ids: by name, lambdas by number, a name that is taken with one. */
function createInnerNames(): InnerNames {
  const lambdas = new Map<string, number>();
  const taken = new Map<string, number>();
  return {
    give(around, name) {
      if (name === null) {
        const number = (lambdas.get(around) ?? 0) + 1;
        lambdas.set(around, number);
        return `${around}.<lambda${number}>`;
      }
      const id = `${around}.${name}`;
      const count = (taken.get(id) ?? 0) + 1;
      taken.set(id, count);
      return count === 1 ? id : `${id}#${count}`;
    },
  };
}
