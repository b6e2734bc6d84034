import { measurePolicies } from '#scripts/bench/run/measure-policies.ts';

/** `npm run bench -- run`: how long a run takes under several policies, in virtual time. */
export function benchRun(): void {
  console.log(measurePolicies());
}
