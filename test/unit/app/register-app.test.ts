import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { githubExamples } from '#test/unit/app/github-examples.ts';
import { exampleRun, recordingApp, type RecordingApp } from '#test/unit/app/recording-app.ts';
import { serveApp, type ServedApp } from '#test/unit/app/serve-app.ts';
import { commentCreated } from '#test/unit/app/webhook-payloads.ts';

const SECRET = 'a webhook secret';

/** The app behind Probot's own server code, as in production, on a port of its own. */
describe('the app behind Probot', () => {
  let served: ServedApp;
  let recording: RecordingApp;

  beforeEach(async () => {
    recording = recordingApp([exampleRun()]);
    served = await serveApp(recording.app, SECRET);
  });

  afterEach(() => served.close());

  async function post(name: string, payload: unknown, guid: string, secret = SECRET): Promise<number> {
    const body = JSON.stringify(payload);
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = {
      'content-type': 'application/json',
      'x-github-event': name,
      'x-github-delivery': guid,
      'x-hub-signature-256': signature,
    };
    return (await fetch(served.url, { method: 'POST', headers, body })).status;
  }

  it('takes a signed command, once per delivery', async () => {
    expect(await post('issue_comment', commentCreated('/mge status'), 'guid-7')).toBe(200);
    expect(await post('issue_comment', commentCreated('/mge status'), 'guid-7')).toBe(200);
    expect(recording.submitted).toMatchObject([{ runId: 'team/ledger#12', key: 'guid-7/0' }]);
  });

  it('refuses what is not signed with the secret', async () => {
    expect(await post('issue_comment', commentCreated('/mge status'), 'guid-7', 'another')).toBe(400);
    expect(recording.submitted).toEqual([]);
  });

  it('answers well to every example that GitHub publishes, and does nothing', async () => {
    const statuses = new Set<number>();
    for (const [index, { name, payload }] of githubExamples().entries()) {
      statuses.add(await post(name, payload, `guid-${index}`));
    }
    expect([...statuses]).toEqual([200]);
    expect(recording.submitted.filter(({ event }) => event.type !== 'issue-labelled')).toEqual([]);
  });
});
