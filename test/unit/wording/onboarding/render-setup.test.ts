import {
  firstCommit,
  renderSetupBody,
  renderSetupDone,
  renderSetupNotice,
  SETUP_COMMIT,
  SETUP_TITLE,
} from '#wording/onboarding/render-setup.ts';
import { describeRenderer } from '#test/support/wording-snapshots.ts';

describeRenderer('render-setup', {
  'the pull request of a run': () => `# ${SETUP_TITLE}\n\n${renderSetupBody(7, true)}`,
  'the pull request that somebody asked for': () => renderSetupBody(null, false),
  'a run waits': () => renderSetupNotice(8, true),
  'nobody waits': () => renderSetupNotice(8, false),
  'it is merged': () => renderSetupDone(8),
  'it was there already': () => renderSetupDone(null),
  'the commits': () =>
    [SETUP_COMMIT, firstCommit('ledger').message, firstCommit('ledger').changes[0]?.text].join('\n---\n'),
});
