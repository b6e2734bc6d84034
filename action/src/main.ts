import { readActionSettings } from '#action/src/action-settings.ts';
import { runAction } from '#action/src/run-action.ts';

// Candidates that fail are an answer, not an error: the step fails only when there is no answer.
const results = await runAction(readActionSettings(process.env), (line) => console.log(line));
if (results.error !== null) console.log(`::warning title=MGE::${results.error.code}`);
