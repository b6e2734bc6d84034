import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { z } from 'zod';

/** What the process that sends is told, as JSON in its first argument. */
export const Sending = z.object({
  url: z.string(),
  secret: z.string(),
  perSecond: z.number(),
  seconds: z.number(),
  owner: z.string(),
  name: z.string(),
  /** Comments go to issues 1 to this, in turn. */
  issues: z.number(),
});
export type Sending = z.infer<typeof Sending>;

/** What it tells, as JSON in its last line: how long each was waited for, from when it was due. */
export const Sent = z.object({ sent: z.number(), answered: z.number(), milliseconds: z.array(z.number()) });

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function payloadOf({ owner, name, issues }: Sending, number: number): string {
  const issue = { number: 1 + (number % issues), title: 'A bench', body: 'x'.repeat(2000), user: { login: 'ada' } };
  const repository = { owner: { login: owner }, name, default_branch: 'main' };
  const comment = { id: number + 1, body: `Nothing that is asked, number ${number}.`, user: { login: 'ada' } };
  const sender = { login: 'ada', type: 'User' };
  return JSON.stringify({ action: 'created', issue, comment, repository, sender, installation: { id: 1 } });
}

function post({ url, secret }: Sending, number: number, body: string): Promise<boolean> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-github-event': 'issue_comment',
    'x-github-delivery': `bench-${number}`,
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  return new Promise((resolve) => {
    const sending = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode !== undefined && answer.statusCode < 300));
    });
    sending.on('error', () => resolve(false));
    sending.end(body);
  });
}

/** Sends at a steady rate, whether answers come or not; late sending counts as waiting. */
async function send(sending: Sending): Promise<z.infer<typeof Sent>> {
  const count = sending.perSecond * sending.seconds;
  const bodies = Array.from({ length: count }, (_, number) => payloadOf(sending, number));
  const milliseconds: number[] = [];
  const answers: Promise<boolean>[] = [];
  const began = performance.now();
  for (const [number, body] of bodies.entries()) {
    const due = began + (number * 1000) / sending.perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const answered = post(sending, number, body);
    void answered.then(() => milliseconds.push(performance.now() - Math.max(due, 0)));
    answers.push(answered);
  }
  const results = await Promise.all(answers);
  agent.destroy();
  return { sent: count, answered: results.filter(Boolean).length, milliseconds };
}

const [told] = process.argv.slice(2);
if (told !== undefined && import.meta.filename === process.argv[1])
  console.log(JSON.stringify(await send(Sending.parse(JSON.parse(told)))));
