import type { ProjectSymbol } from '#domain/build/project.ts';
import { delimit } from '#domain/prompt/delimit.ts';
import { joinSections, section } from '#domain/prompt/section.ts';
import type { RegenerationFacts } from '#engine/execution/regeneration-facts.ts';

const WHOLE_TEXT = 700;
const NEEDED_LIMIT = 12_000;
const TESTS_LIMIT = 12_000;
const FILE_LIMIT = 24_000;

/**
 * Everything that one atom needs to be written well, and nothing more: the file with its place marked, what it may call
 * (small things and types whole, the rest as headers), and the tests that reach it.
 */
export function focusedContext(facts: RegenerationFacts): string {
  return joinSections(
    section('The file, with the place of the atom marked', placeInFile(facts)),
    section('What it may use from the rest of the project', neededTexts(facts)),
    section('Tests that reach it', testTexts(facts)),
  );
}

function placeInFile({ file, span }: RegenerationFacts): string {
  const [start, end] = span;
  const before = lastPart(file.text.slice(0, start), FILE_LIMIT / 2);
  const after = file.text.slice(end, end + FILE_LIMIT / 2);
  const atom = file.text.slice(start, end);
  return delimit(file.path, `${before}⟦ATOM BEGINS⟧${atom}⟦ATOM ENDS⟧${after}`, {
    kind: 'code',
    limit: FILE_LIMIT + atom.length + 100,
  });
}

function lastPart(text: string, limit: number): string {
  const from = text.length <= limit ? 0 : text.indexOf('\n', text.length - limit) + 1;
  return text.slice(from);
}

function neededTexts(facts: RegenerationFacts): string {
  const { project, symbol, texts } = facts;
  const symbols = new Map(project.symbols.map((each) => [each.id, each]));
  const direct = project.needs.filter(([from]) => from === symbol.id).map(([, to]) => to);
  const further = project.needs.filter(([from]) => direct.includes(from)).map(([, to]) => to);
  const parts: string[] = [];
  let length = 0;
  for (const id of new Set([...direct, ...further])) {
    const needed = symbols.get(id);
    // What stands in the same file is shown with the file.
    if (needed === undefined || needed.file === symbol.file || needed.kind === 'module') continue;
    const text = showSymbol(needed, texts.get(needed.file) ?? '', direct.includes(id));
    if (length + text.length > NEEDED_LIMIT) break;
    length += text.length;
    parts.push(text);
  }
  return parts.length === 0
    ? ''
    : delimit('signatures', parts.join('\n\n'), { kind: 'code', limit: NEEDED_LIMIT + 1000 });
}

function showSymbol(symbol: ProjectSymbol, fileText: string, near: boolean): string {
  const whole = fileText.slice(symbol.start, symbol.end).trim();
  const show = symbol.kind === 'declaration' || (near && symbol.kind !== 'class' && whole.length <= WHOLE_TEXT);
  return `// ${symbol.file}\n${show ? whole : symbol.signature}`;
}

function testTexts({ project, symbol, texts }: RegenerationFacts): string {
  const reaching = project.tests.filter((test) => test.symbols.includes(symbol.id));
  const users = new Set(project.needs.filter(([, to]) => to === symbol.id).map(([from]) => from));
  const indirect = project.tests.filter((test) => test.symbols.some((id) => users.has(id)));
  const chosen = [...new Set(reaching.length > 0 ? reaching : indirect)].slice(0, 3);
  const each = Math.floor(TESTS_LIMIT / Math.max(1, chosen.length));
  return chosen
    .map((test) => delimit(test.file, texts.get(test.file) ?? '', { kind: 'code', limit: each }))
    .join('\n\n');
}
