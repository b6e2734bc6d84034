import type { RequestLine } from '#local/claude/request-line.ts';
import type { Rule } from '#local/claude/script.ts';

type ChooseRule = (line: RequestLine, prompt: string) => Rule | null;

/** The first rule that fits a request; a rule that holds a number of times is used up by being chosen. */
export function createChooseRule(rules: readonly Rule[]): ChooseRule {
  const used = new Map<Rule, number>();
  return (line, prompt) => {
    const rule = rules.find((each) => fits(each, line, prompt) && (used.get(each) ?? 0) < (each.times ?? Infinity));
    if (rule === undefined) return null;
    used.set(rule, (used.get(rule) ?? 0) + 1);
    return rule;
  };
}

function fits(rule: Rule, line: RequestLine, prompt: string): boolean {
  return (
    rule.stage === line.stage &&
    rule.subject === line.subject &&
    (rule.attempt === undefined || rule.attempt === line.attempt) &&
    (rule.contains === undefined || prompt.includes(rule.contains))
  );
}
