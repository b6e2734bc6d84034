import { nameUse } from '#domain/atom/name-use.ts';

/** Whether a use needs the name's value. */
export function isReading(use: number): boolean {
  return use === nameUse.read || use === nameUse.update || use === nameUse.type;
}

/** Whether a use declares the name or gives it a value. */
export function isWriting(use: number): boolean {
  switch (use) {
    case nameUse.bind:
    case nameUse.bindOuter:
    case nameUse.bindHoisted:
    case nameUse.bindType:
    case nameUse.write:
    case nameUse.update:
      return true;
    default:
      return false;
  }
}
