import { delimit } from '#domain/prompt/delimit.ts';
import type { Pattern } from '#domain/prompt/pattern.ts';
import { joinSections, section } from '#domain/prompt/section.ts';

/** Code to imitate under a title, and what reviewers sent back as what not to write. */
export function patternSections(title: string, patterns: readonly Pattern[]): string {
  const good = patterns.filter((pattern) => pattern.sentBack === undefined);
  const bad = patterns.filter((pattern) => pattern.sentBack !== undefined);
  return joinSections(
    section(title, good.map(renderPattern).join('\n')),
    section('Code that reviewers of this team sent back: do not write it so', bad.map(renderCounterExample).join('\n')),
  );
}

function renderPattern({ path, name, text }: Pattern): string {
  return delimit(name === '' ? path : `${path} ${name}`, text, { kind: 'code', limit: 2600 });
}

function renderCounterExample(pattern: Pattern): string {
  const { sentBack = '' } = pattern;
  return [renderPattern(pattern), ...(sentBack === '' ? [] : [delimit('why', sentBack, { limit: 1000 })])].join('\n');
}
