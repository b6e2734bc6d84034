/** Values that expressions may name: `inputs.key`, `github.sha`, `steps.<id>.outputs.<name>`, … by their full path. */
export type ExpressionValues = ReadonlyMap<string, string>;

const EXPRESSION = /\$\{\{\s*(.*?)\s*\}\}/g;
const PATH = /^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/;

/** Puts values in the place of `${{ path }}`. An unknown path is the empty string, as on GitHub; other expressions throw. */
export function fillExpressions(text: string, values: ExpressionValues): string {
  return text.replaceAll(EXPRESSION, (_whole, expression: string) => valueOf(expression, values));
}

/** Whether a step's `if:` lets it run. Knows the status functions and a path as such; anything else throws. */
export function shouldRun(condition: string | undefined, failed: boolean, values: ExpressionValues): boolean {
  const plain = (condition ?? 'success()').replace(EXPRESSION, '$1').trim();
  if (plain === 'always()') return true;
  if (plain === 'success()') return !failed;
  if (plain === 'failure()') return failed;
  const negated = plain.startsWith('!');
  const value = valueOf(negated ? plain.slice(1).trim() : plain, values);
  const holds = value !== '' && value !== 'false';
  return !failed && holds !== negated;
}

function valueOf(expression: string, values: ExpressionValues): string {
  if (!PATH.test(expression)) throw new Error(`the local runner does not know the expression "${expression}"`);
  return values.get(expression) ?? '';
}
