import { keepingText } from '#domain/comparison/kept-names.ts';
import { callOf, placeOf, versionsOf, type Overlay, type PlacedFunction } from '#domain/comparison/overlay-versions.ts';
import {
  childInField,
  childOfKind,
  endOf,
  kindName,
  parentOf,
  partsOf,
  startOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';

/** A word that may not stand before the name of a plain method. */
const ACCESSOR = /\b[gs]et\s+(?=__mge_)/;

/** Both versions as methods of their class or object, and a member of the old name that asks the driver which one to run. */
export function overlayMember(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const sort = sortOf(now);
  if (sort === null || sort !== sortOf(was) || isDecorated(now)) return null;
  if (sort === 'constructor') return overlayConstructor(key, now, was);
  const versions = versionsOf(key, now, was);
  if (versions === null) return null;
  const { tree, node } = now;
  const name = textOf(tree, childInField(tree, node, 'name'));
  const isStatic = childOfKind(tree, node, 'static') >= 0 ? 'static ' : '';
  const head = { method: '', get: 'get ', set: 'set ' }[sort];
  const words = sort === 'set' ? 'value' : '';
  const keeping = keepingText(key, now, was);
  const opening = isInObject(now) && keeping !== '' ? `${keeping}; ` : '';
  const wrapper = `${isStatic}${head}${name}(${words}) { ${opening}${callOf(key, ownNames(versions.names), 'undefined')} }`;
  const members = [...versions.texts.map((text) => text.replace(ACCESSOR, '')), wrapper];
  const text = isInObject(now)
    ? members.join(', ')
    : [...members, meeting(key, isStatic !== '', versions.names, keeping)].join(' ');
  return { ...placeOf(now), text };
}

/**
 * What a constructor does after its class has been set up, as methods: the call of `super` stays where it is, and must be the
 * same in both versions, and the first thing that is done.
 */
function overlayConstructor(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const call = superCallOf(now);
  if (call === null || call !== superCallOf(was)) return null;
  if ([now, was].some((one) => !isPlainConstructor(one))) return null;
  const versions = versionsOf(key, now, was);
  if (versions === null) return null;
  const texts = versions.texts.map((text) => (call === '' ? text : withoutSuper(text)));
  const { tree, node } = now;
  const words = textOf(tree, childInField(tree, node, 'parameters'));
  const wrapper = `constructor${words} { ${call} ${callOf(key, ownNames(versions.names), 'undefined')} }`;
  return {
    ...placeOf(now),
    text: [...texts, wrapper, meeting(key, false, versions.names, keepingText(key, now, was))].join(' '),
  };
}

/** The statement with which a constructor calls `super`: empty where there is none, null where it is not plainly the first one. */
function superCallOf({ tree, node }: PlacedFunction): string | null {
  const body = childInField(tree, node, 'body');
  const [first] = body < 0 ? [] : partsOf(tree, body);
  const opening = first === undefined ? '' : textOf(tree, first);
  const call = opening.startsWith('super') ? opening : '';
  const rest = body < 0 ? '' : textOf(tree, body).replace(call, '');
  const isWhole = call === '' || /^;?$/.test(call.slice(endOfCall(call, 0)));
  return isWhole && !/\bsuper\s*\(/.test(rest) ? call : null;
}

/** In a watched version the values of the call may be shown: it is cut out up to its own end. */
function withoutSuper(text: string): string {
  const at = text.search(/\bsuper\s*\(/);
  return at < 0 ? text : text.slice(0, at) + text.slice(endOfCall(text, at));
}

/** Where the parentheses that begin after `start` are closed; a text with parentheses of its own in a string ends elsewhere. */
function endOfCall(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (text[at] === ')' && depth === 0) return at + 1;
  }
  return start;
}

/** Parameters that are members as well, and `new.target`, mean nothing in a method. */
function isPlainConstructor({ tree, node }: PlacedFunction): boolean {
  const words = childInField(tree, node, 'parameters');
  return (
    words >= 0 &&
    !/\b(?:public|private|protected|readonly)\s/.test(textOf(tree, words)) &&
    !/\bnew\s*\.\s*target\b/.test(tree.text.slice(startOf(tree, node), endOf(tree, node)))
  );
}

type Sort = 'method' | 'get' | 'set' | 'constructor';

function sortOf({ tree, node }: PlacedFunction): Sort | null {
  if (kindName(tree, node) !== 'method_definition') return null;
  if (childOfKind(tree, node, 'get') >= 0) return 'get';
  if (childOfKind(tree, node, 'set') >= 0) return 'set';
  const name = childInField(tree, node, 'name');
  const isConstructor = textOf(tree, name) === 'constructor' && !isInObject({ tree, node });
  return isConstructor ? 'constructor' : 'method';
}

function isInObject({ tree, node }: PlacedFunction): boolean {
  return kindName(tree, parentOf(tree, node)) === 'object';
}

/** The class shows itself as it is defined, so that objects of it can be made for a method that no test calls. */
function meeting(key: string, isStatic: boolean, names: readonly string[], keeping: string): string {
  const words = [key, ...names].map((one) => JSON.stringify(one));
  return `static { globalThis.__mge?.meet(${words[0]}, this, ${isStatic}, ${words.slice(1).join(', ')}); ${keeping} }`;
}

function ownNames(names: readonly string[]): string[] {
  return names.map((one) => `this.${one}`);
}

function isDecorated({ tree, node }: PlacedFunction): boolean {
  return childOfKind(tree, node, 'decorator') >= 0 || kindName(tree, node - 1) === 'decorator';
}
