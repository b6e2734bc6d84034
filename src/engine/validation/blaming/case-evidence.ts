import { createEvidence } from '#domain/verdict/create-evidence.ts';
import type { Evidence } from '#domain/verdict/results.ts';
import type { JudgedCase } from '#engine/validation/levels/judge-run.ts';

/** A failing case, as evidence of the check that it failed. */
export function caseEvidence({ name, message, file, line, detail }: JudgedCase, check: string): Evidence {
  return createEvidence({ check, message: `${name}: ${message}`, file, line, detail });
}
