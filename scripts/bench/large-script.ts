/** A spec's worth of scripted answers, as large as one wishes: files of functions that call each other in levels. */
export interface LargeShape {
  readonly tasks: number;
  readonly functionsATask: number;
  readonly levels: number;
}

/** The tally's script, which stands in the same folder, has the first few. */
const idOf = (task: number): string => `T${task + 11}`;
const nameOf = (task: number, index: number): string => `step${task}x${index}`;

function functionText(task: number, index: number, needs: boolean): string {
  const inner = needs ? `${nameOf(task - 1, index)}(doubled)` : 'doubled';
  return [
    `export function ${nameOf(task, index)}(value: number): number {`,
    '  const doubled = value * 2;',
    `  if (doubled > ${100 + index}) return doubled - ${task + 1};`,
    `  return ${inner} + ${index + 1};`,
    '}',
  ].join('\n');
}

function taskFiles(task: number, { functionsATask, levels }: LargeShape): Record<string, string> {
  const needs = task % levels > 0;
  const names = (of: number): string[] => Array.from({ length: functionsATask }, (_, index) => nameOf(of, index));
  const imports = needs ? `import { ${names(task - 1).join(', ')} } from './part${task - 1}.ts';\n\n` : '';
  const functions = names(task).map((_, index) => functionText(task, index, needs));
  const tests = names(task).map((name) => `test('${name} counts', () => assert.equal(typeof ${name}(1), 'number'));`);
  return {
    [`src/part${task}.ts`]: `${imports}${functions.join('\n\n')}\n`,
    [`test/part${task}.test.ts`]: [
      "import assert from 'node:assert/strict';",
      "import { test } from 'node:test';",
      `import { ${names(task).join(', ')} } from '../src/part${task}.ts';`,
      '',
      ...tests,
      '',
    ].join('\n'),
  };
}

function planTask(task: number, { functionsATask, levels }: LargeShape) {
  const file = `src/part${task}.ts`;
  return {
    id: idOf(task),
    title: `Part ${task}`,
    description: `Steps of part ${task}.`,
    files: [file],
    tests: [`test/part${task}.test.ts`],
    exports: Array.from({ length: functionsATask }, (_, index) => {
      const name = nameOf(task, index);
      return { file, name, signature: `function ${name}(value: number): number` };
    }),
    dependsOn: task % levels > 0 ? [idOf(task - 1)] : [],
    acceptance: ['numbers come out'],
    linesOfCode: functionsATask * 5,
  };
}

/** The files of the script, by path. */
export function largeScript(shape: LargeShape): Record<string, unknown> {
  const numbers = Array.from({ length: shape.tasks }, (_, task) => task);
  const milestone = { id: 'M1', name: 'All', tasks: numbers.map((task) => planTask(task, shape)) };
  const files: Record<string, unknown> = {
    'masterplan.json': {
      title: 'Many steps',
      summary: 'Files that build on each other.',
      phases: [{ id: 'P1', name: 'All of it', milestones: [milestone] }],
    },
  };
  for (const task of numbers) {
    const covers = Array.from({ length: shape.functionsATask }, (_, index) => nameOf(task, index));
    const tests = [{ path: `test/part${task}.test.ts`, kind: 'unit', covers }];
    files[`tasks/${idOf(task)}/draft.json`] = { tests, contracts: [], notes: '' };
    for (const [path, text] of Object.entries(taskFiles(task, shape)))
      files[`tasks/${idOf(task)}/files/${path}`] = text;
  }
  return files;
}

/** Every so-many-th function, which then fails its first attempt. */
export function everyNth(shape: LargeShape, nth: number): string[] {
  const all = Array.from({ length: shape.tasks }, (_, task) =>
    Array.from({ length: shape.functionsATask }, (__, index) => nameOf(task, index)),
  ).flat();
  return all.filter((_, index) => index % nth === 0);
}
