import { kindFlags } from '#domain/atom/kind-flags.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { hasFlag, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';

/** Types that mean what is in them. */
const transparent = /^(?:\w+\.)?(?:Optional|Awaitable|Type|type|Annotated|ClassVar|Final|Union)$/u;
/** Types whose parameters say what is in a container, what a function takes and the like: no class of a project. */
const containers =
  /^(?:\w+\.)*(?:[a-z]\w*|Any|None|Async\w+|Callable|Collection|Concatenate|Coroutine|Counter|DefaultDict|Deque|Dict|FrozenSet|Generator|Itera\w+|List|Literal|Mapping|Mutable\w+|OrderedDict|Sequence|Set|Tuple)$/u;

/** `Name`, `module.Name`, `"Name"`; `Name[…]`, `Optional[Name]` and `Name | None` mean Name; a union means all that is in it. */
export function namedTypes(tree: SyntaxTree, annotation: number): readonly number[] {
  if (annotation < 0) return [];
  if (hasFlag(tree, annotation, kindFlags.identifier))
    return /^(?:None|Any|Optional|Awaitable|Type)$/u.test(textOf(tree, annotation)) ? [] : [annotation];
  if (hasFlag(tree, annotation, kindFlags.string))
    return /^["'][A-Za-z_]\w*["']$/u.test(textOf(tree, annotation)) ? [annotation] : [];
  switch (kindName(tree, annotation)) {
    case 'attribute':
      return /\.(?:Any|None)$/u.test(textOf(tree, annotation)) ? [] : [annotation];
    case 'type':
    case 'union_type':
    case 'binary_operator':
    case 'type_parameter':
      return allNamed(tree, partsOf(tree, annotation));
    case 'generic_type':
    case 'subscript':
      return genericType(tree, annotation);
    default:
      return [];
  }
}

function genericType(tree: SyntaxTree, annotation: number): readonly number[] {
  const [head = none, ...parameters] = partsOf(tree, annotation);
  const name = textOf(tree, head);
  if (transparent.test(name)) return allNamed(tree, parameters);
  return containers.test(name) ? [] : namedTypes(tree, head);
}

function allNamed(tree: SyntaxTree, nodes: readonly number[]): readonly number[] {
  return nodes.flatMap((node) => namedTypes(tree, node));
}
