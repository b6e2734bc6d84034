import { benchAnalysis } from '#scripts/bench/analysis.ts';
import { benchCrash } from '#scripts/bench/crash.ts';
import { benchRequests } from '#scripts/bench/requests.ts';
import { benchValidation } from '#scripts/bench/validation.ts';

/** `npm run bench -- NAME`: measures one part of MGE on this machine and prints a table. */
const name = process.argv[2];
switch (name) {
  case 'analysis':
    await benchAnalysis(process.argv.slice(3));
    break;
  case 'crash':
    await benchCrash(process.argv.slice(3));
    break;
  case 'requests':
    await benchRequests(process.argv.slice(3));
    break;
  case 'validation':
    await benchValidation();
    break;
  default:
    console.error(`No such bench: ${name ?? '(none)'}. There are: analysis, crash, requests, validation.`);
    process.exitCode = 1;
}
