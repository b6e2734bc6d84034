import type { SourceFile } from '#domain/atom/source-file.ts';
import type { Drafted } from '#engine/execution/laying-out/collect-drafts.ts';
import type { ProjectSources, ProjectTestFile } from '#engine/execution/laying-out/create-build-project.ts';
import type { Surroundings } from '#engine/execution/laying-out/read-surroundings.ts';

/** What a project is built from: the drafts, and what stands around them. */
export function projectSourcesOf(
  drafted: Drafted,
  around: Surroundings,
  isCode: (path: string) => boolean,
): Omit<ProjectSources, 'levels' | 'limits' | 'drafts'> {
  const code = drafted.files.filter((file) => isCode(file.path));
  return {
    code: code.map(({ path, text }) => ({ path, text })),
    tests: testFiles(drafted, around, isCode),
    context: around.context.filter((file) => isCode(file.path)),
    originals: around.originals.filter((file) => code.some((each) => each.path === file.path)),
    tasks: Object.fromEntries(code.map((file) => [file.path, file.task])),
  };
}

function testFiles(drafted: Drafted, around: Surroundings, isCode: (path: string) => boolean): ProjectTestFile[] {
  const readable = (file: SourceFile): string | null => (isCode(file.path) ? file.text : null);
  const own = drafted.tests.map((test) => ({
    path: test.path,
    text: readable(test),
    kind: test.kind,
    task: test.task,
  }));
  const existing = around.tests.map((test) => ({
    path: test.path,
    text: readable(test),
    kind: /integration|e2e|end.to.end/i.test(test.path) ? ('integration' as const) : ('unit' as const),
    task: '',
  }));
  return [...own, ...existing];
}
