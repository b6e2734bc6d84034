#!/usr/bin/env node
import { run } from './cli/run.js';
import { diskWorkspace } from './cli/workspace.js';

const outcome = await run(process.argv.slice(2), diskWorkspace());
console.log(outcome.output);
process.exitCode = outcome.exitCode;
