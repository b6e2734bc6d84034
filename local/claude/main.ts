import { parseArgs } from 'node:util';
import { createLivePace, quickPace } from '#local/claude/pace.ts';
import { startScriptedClaude } from '#local/claude/start-scripted-claude.ts';

/** `tsx local/claude/main.ts --script FOLDER [--port N] [--pace FACTOR]`: prints `{"url"}` on one line, and serves until it is ended. */
const { values } = parseArgs({
  options: { script: { type: 'string' }, port: { type: 'string', default: '0' }, pace: { type: 'string' } },
});

if (values.script === undefined) {
  process.stderr.write('usage: main.ts --script FOLDER [--port N] [--pace FACTOR]\n');
  process.exitCode = 2;
} else {
  const pace = Number(values.pace ?? 0) === 0 ? quickPace : createLivePace(Number(values.pace));
  const server = await startScriptedClaude({ script: values.script, port: Number(values.port), pace });
  process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}
