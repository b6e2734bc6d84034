import { childInField, kindName, textOf } from '#domain/atom/tree-navigation.ts';
import { keepingText } from '#domain/comparison/kept-names.ts';
import { overlayMember } from '#domain/comparison/overlay-member.ts';
import { callOf, placeOf, versionsOf, type Overlay, type PlacedFunction } from '#domain/comparison/overlay-versions.ts';
import { watchedText } from '#domain/comparison/watched-text.ts';

/**
 * JavaScript or TypeScript in which a function's calls go by the driver (`globalThis.__mge`); without one they reach the
 * present version. Null where the two cannot stand beside each other: functions of another form.
 */
export function overlayFunction(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const kind = kindName(now.tree, now.node);
  if (kind === 'method_definition') return overlayMember(key, now, was);
  if (kind.endsWith('declaration') && kindName(was.tree, was.node).endsWith('declaration'))
    return overlayDeclaration(key, now, was);
  return /declaration|method/.test(kind) || /declaration|method/.test(kindName(was.tree, was.node))
    ? null
    : overlayExpression(key, now, was);
}

function overlayExpression(key: string, now: PlacedFunction, was: PlacedFunction): Overlay {
  const call = `(globalThis.__mge?.pair ?? ((_, now) => now))`;
  const watched = [was, now].map((one) => `() => (${watchedText(one.tree, one.node, null)})`);
  const pair = `${call}(${JSON.stringify(key)}, (${textOf(now.tree, now.node)}), ${watched.join(', ')})`;
  const keeping = keepingText(key, now, was);
  return { ...placeOf(now), text: keeping === '' ? pair : `(${keeping}, ${pair})` };
}

function overlayDeclaration(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const versions = versionsOf(key, now, was);
  if (versions === null) return null;
  const { names, texts } = versions;
  const name = textOf(now.tree, childInField(now.tree, now.node, 'name'));
  const body = callOf(key, names, 'new.target');
  const offer = `globalThis.__mge?.offer(${JSON.stringify(key)}, ${names.join(', ')});`;
  const keeping = keepingText(key, now, was);
  return { ...placeOf(now), text: `function ${name}() { ${body} } ${texts.join(' ')} ${offer} ${keeping};` };
}
