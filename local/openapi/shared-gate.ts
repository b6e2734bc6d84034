import { createGate, type Gate } from '#local/openapi/create-gate.ts';

let gate: Gate | null = null;

/** The one gate of this process: it holds no state of its own, and compiling its schemas takes a while. */
export function sharedGate(): Gate {
  gate ??= createGate();
  return gate;
}
