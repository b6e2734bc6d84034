import type { Place } from '#domain/command/command.ts';
import { parseCommands } from '#domain/command/parse-commands.ts';
import type { Repository, SpecIssue } from '#domain/run/repository.ts';
import type { Submission } from '#app/delivery.ts';

export interface WrittenText {
  readonly delivery: string;
  readonly runId: string;
  readonly repository: Repository;
  readonly sender: string;
  readonly issue: SpecIssue;
  readonly place: Place;
  readonly text: string;
  /** The hash of the plan that is shown as the text is written: approval is bound to it. */
  readonly planHash: string | null;
}

/** The commands of a text as events; the key names the delivery and the command's place in the text. */
export function commandEvents(written: WrittenText): Submission[] {
  const { delivery, runId, repository, sender, issue, place, planHash } = written;
  return parseCommands(written.text).map((parsed, index) => {
    const facts = { repository, sender, issue, place };
    return {
      runId,
      key: `${delivery}/${index}`,
      event: parsed.ok
        ? { type: 'command-given', ...facts, command: parsed.command, planHash }
        : { type: 'command-misspelt', ...facts, problem: parsed.problem },
    };
  });
}
