// Values as text that can be compared.

const NODES = 3000;
const ITEMS = 200;

/** What a value looks like from outside. `probe` tells what a function that is a result does. */
export function shapeOf(value, probe = null) {
  const seen = new Map();
  let left = NODES;
  const of = (one, depth) => {
    left -= 1;
    if (left < 0 || depth > 40) return '…';
    if (typeof one === 'string') return JSON.stringify(one);
    if (typeof one === 'bigint') return `${one}n`;
    if (typeof one === 'number')
      return Object.is(one, -0) ? '0' : Number.isInteger(one) ? String(one) : one.toPrecision(12);
    if (typeof one === 'symbol') return one.toString();
    if (one === null || typeof one !== 'object')
      return typeof one === 'function' ? functionShape(one, depth) : String(one);
    if (seen.has(one)) return `#${seen.get(one)}`;
    seen.set(one, seen.size);
    return objectShape(one, depth + 1);
  };
  const functionShape = (one, depth) => {
    const told = probe !== null && depth < 2 ? probe(one) : '';
    const names = seen.has(one) ? [] : Object.keys(one);
    seen.set(one, seen.size);
    return `function${told}${names.length === 0 ? '' : fields(one, depth + 1)}`;
  };
  const fields = (one, depth) => {
    const keys = [...Object.keys(one).toSorted(), ...Object.getOwnPropertySymbols(one)];
    return `{${keys.map((key) => `${String(key)}: ${of(read(one, key), depth)}`).join(', ')}}`;
  };
  const objectShape = (one, depth) => {
    const name = kindOf(one);
    if (Array.isArray(one))
      return `[${one.map((item) => of(item, depth)).join(', ')}]${Object.keys(one).length === one.length ? '' : fields(one, depth)}`;
    if (one instanceof Error) return `${name}(${one.message})`;
    if (one instanceof RegExp || one instanceof URL) return `${name} ${one.toString()} ${one.lastIndex ?? ''}`;
    if (one instanceof Date) return `Date ${one.getTime()}`;
    if (one instanceof Map)
      return `Map{${[...one].map(([key, item]) => `${of(key, depth)} => ${of(item, depth)}`).join(', ')}}`;
    if (one instanceof Set) return `Set{${[...one].map((item) => of(item, depth)).join(', ')}}`;
    if (ArrayBuffer.isView(one))
      return `${name}(${[...new Uint8Array(one.buffer, one.byteOffset, Math.min(one.byteLength, ITEMS))].join(',')})`;
    if (typeof one.next === 'function' && typeof one[Symbol.iterator] === 'function') return iteratorShape(one, depth);
    if (typeof one[Symbol.iterator] === 'function' && Object.keys(one).length === 0)
      return `${name}${fieldsOfText(one)}`;
    return `${name === 'Object' ? '' : name}${fields(one, depth)}`;
  };
  const fieldsOfText = (one) => {
    try {
      return ` ${String(one)}`;
    } catch {
      return '';
    }
  };
  const iteratorShape = (one, depth) => {
    const items = [];
    try {
      for (let step = one.next(); !step.done && items.length < ITEMS; step = one.next())
        items.push(of(step.value, depth));
    } catch (error) {
      items.push(`throws ${error?.name}`);
    }
    return `iterator(${items.join(', ')})`;
  };
  return of(value, 0);
}

/** Name of the class that made an object. */
export function kindOf(one) {
  const name = Object.getPrototypeOf(one)?.constructor?.name;
  return typeof name === 'string' ? name : 'Object';
}

function read(one, key) {
  try {
    return one[key];
  } catch (error) {
    return `throws ${error?.name}`;
  }
}
