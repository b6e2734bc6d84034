import type { Requirements } from '#domain/discovery/requirements.ts';
import { renderRequirements } from '#wording/discovery/render-requirements.ts';
import { discovery, freeAnswer, question } from '#test/support/discovery-samples.ts';
import { requirements } from '#test/support/plan-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const none = discovery([]);
const requirement = { id: 'R1', text: HOSTILE, acceptance: HOSTILE };
const filled = (text: string): Requirements => ({
  summary: text,
  requirements: [{ ...requirement, text, acceptance: text }],
  contexts: [{ name: text, purpose: text, entities: [{ name: text, description: text, invariants: [text, text] }] }],
  stack: { language: text, runtime: text, testRunner: text, packages: [text, text], reason: text },
  outOfScope: [text],
});

describeRenderer('render-requirements', {
  'a small spec': () => renderRequirements(requirements, discovery([question('Q1')], [freeAnswer('Q1')])),
  'nothing was asked': () => renderRequirements(requirements, none),
  'little is known': () =>
    renderRequirements({ ...requirements, requirements: [], contexts: [], outOfScope: [] }, none),
  'more than is shown': () =>
    renderRequirements(
      {
        ...requirements,
        requirements: Array.from({ length: 63 }, (_, index) => ({
          id: `R${index + 1}`,
          text: 'Split',
          acceptance: 'Adds up',
        })),
      },
      none,
    ),
  'hostile text': () => renderRequirements(filled(HOSTILE), none),
  'long text': () => renderRequirements(filled(LONG), none),
});
