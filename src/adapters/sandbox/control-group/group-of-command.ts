import type { ControlGroup, ControlGroups } from '#adapters/sandbox/control-group/create-control-groups.ts';
import type { SandboxCommand, SandboxOutcome } from '#ports/sandbox.ts';

/** Of the sandbox's own processes. */
const OWN_MEGABYTES = 16;
const OWN_PROCESSES = 8;

/** Scratch folders stand in memory and count as the command's own; the sandbox itself takes a little. */
export function groupOfCommand(groups: ControlGroups | null, { limits, scratch }: SandboxCommand): ControlGroup | null {
  const megabytes = scratch.reduce((sum, each) => sum + each.megabytes, limits.memoryMb + OWN_MEGABYTES);
  return groups?.create({ memoryBytes: megabytes * 1024 * 1024, processes: limits.processes + OWN_PROCESSES }) ?? null;
}

/** The outcome, with what the kernel did; the group is gone afterwards. */
export function leaveGroup(group: ControlGroup | null, outcome: SandboxOutcome): SandboxOutcome {
  const killedBy = outcome.killedBy ?? (group?.ranOutOfMemory() === true ? 'memory' : null);
  group?.remove();
  return { ...outcome, killedBy };
}
