import { noVariable, type Surroundings } from '#engine/dependencies/flow/flow-reader.ts';
import { unknownTest } from '#engine/dependencies/flow/value-test.ts';
import { createStraightCode } from '#engine/dependencies/flow/straight-code.ts';

/** Around a file's own code there is no function and no class. */
export function moduleSurroundings(): Surroundings {
  return {
    result: noVariable,
    passing: { positions: new Map(), hasReceiver: false, gives: unknownTest, passes: new Map(), depends: new Map() },
    receiver: noVariable,
    classValue: null,
    straight: createStraightCode(),
    own: null,
    narrowed: null,
    isClassBody: false,
  };
}
