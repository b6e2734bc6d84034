import type { ModelChoice, Settings } from '#domain/settings/settings.ts';

/** The first attempt's model, then the ladder of the settings, whose last rung serves all further attempts. */
export function choiceForAttempt({ models }: Settings, attempt: number): ModelChoice {
  const { draft, escalation } = models;
  return attempt < 2 ? draft : (escalation[attempt - 2] ?? escalation.at(-1) ?? draft);
}
