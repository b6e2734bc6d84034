import { noVariable, type Surroundings } from '#engine/dependencies/flow/flow-reader.ts';
import { createStraightCode } from '#engine/dependencies/flow/straight-code.ts';

/** Around a file's own code there is no function and no class. */
export function moduleSurroundings(): Surroundings {
  return {
    result: noVariable,
    passing: { positions: new Map(), hasReceiver: false, passes: new Set() },
    receiver: noVariable,
    classValue: null,
    straight: createStraightCode(),
    isClassBody: false,
  };
}
