/** What follows from an object that does not change (a tree, a grammar): found when it is first asked for, and kept as long as the object is. */
export function oncePer<Key extends object, Result extends object>(find: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, Result>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}
