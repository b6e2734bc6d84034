import { setTimeout as wait } from 'node:timers/promises';
import type { IssueThread } from '#local/github/human/seen.ts';

/** How often the end of a run is looked for on the issue before it is shown as it is. */
const LAST_LOOKS = 50;
/** The page is as it stays when so many looks in a row show the same. */
const QUIET_LOOKS = 8;
const LOOK_MS = 100;

/** The issue as it stays: status and plan are edited a moment after the run is done, and people are to see the last word. */
export async function lastWord(page: () => IssueThread): Promise<IssueThread> {
  let before = '';
  for (let looks = 0, quiet = 0; looks < LAST_LOOKS && quiet < QUIET_LOOKS; looks += 1) {
    await wait(LOOK_MS);
    const now = JSON.stringify(page().comments);
    quiet = now === before && now.includes('### MGE: done') ? quiet + 1 : 0;
    before = now;
  }
  return page();
}
