// Assertions of chai stay what they are from here on; new ones may be added.

/** Neither the functions nor the getters that a prototype has now can be replaced. */
export function freezeAll(prototype) {
  for (const name of Reflect.ownKeys(prototype)) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    const { value } = property;
    if (!property.configurable || name === 'constructor') continue;
    if (typeof value !== 'function') {
      if ('get' in property) Object.defineProperty(prototype, name, { ...property, configurable: false });
      continue;
    }
    Object.defineProperty(prototype, name, {
      configurable: false,
      enumerable: property.enumerable,
      get: () => value,
      set(replacement) {
        if (this === prototype) throw new TypeError(`${String(name)} may not be replaced while tests are judged`);
        Object.defineProperty(this, name, { value: replacement, writable: true, configurable: true });
      },
    });
  }
}
