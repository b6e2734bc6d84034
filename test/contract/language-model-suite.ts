import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { MgeError } from '#domain/failure/mge-error.ts';
import type { LanguageModel, ModelRequest } from '#ports/language-model.ts';
import type { ManualClock } from '#test/support/manual-clock.ts';
import type { MemoryLedger } from '#test/support/memory-ledger.ts';

/** What a model service does with the next request, by the subject that it is about. */
export type Behaviour = 'answer' | 'cut-off' | 'refuse' | 'out-of-schema' | 'limit-rate' | 'overload' | 'break-off';

export interface ModelUnderTest {
  readonly model: LanguageModel;
  readonly ledger: MemoryLedger;
  readonly clock: ManualClock;
  /** How many requests reached the service. */
  readonly requests: () => number;
  /** A request whose subject makes the service behave so; it answers `{ questions: [] }`. */
  readonly subject: (behaviour: Behaviour) => string;
  readonly restart: () => LanguageModel;
}

const Answer = z.object({ questions: z.array(z.string()) });

export function requestFor(subject: string, change: Partial<ModelRequest<z.infer<typeof Answer>>> = {}) {
  const request: ModelRequest<z.infer<typeof Answer>> = {
    run: 'acme/shop#1',
    stage: 'discovery',
    subject,
    attempt: 1,
    choice: { model: 'claude-sonnet-5-5', effort: 'medium' },
    system: [{ text: 'You ask what is unclear. '.repeat(120), cache: '1h' }],
    user: [{ text: `MGE request: stage=discovery subject=${subject} attempt=1\nWhat is unclear?` }],
    answer: Answer,
    maxTokens: 16_000,
    budgetUsd: 10,
  };
  return { ...request, ...change };
}

/** What every LanguageModel does, whatever it is made of. `start` is called for each test. */
export function languageModelSuite(name: string, start: () => Promise<ModelUnderTest>): void {
  const failureOf = async (reply: Promise<unknown>): Promise<MgeError> =>
    reply.then(
      () => expect.fail('expected a failure'),
      (error: MgeError) => error,
    );

  describe(`${name} as a language model`, () => {
    it('answers, checked by the schema, and books what it cost', async () => {
      const { model, ledger, subject } = await start();
      const reply = await model.complete(requestFor(subject('answer')));
      expect(reply.value).toEqual({ questions: [] });
      expect(reply.replayed).toBe(false);
      expect(reply.costUsd).toBeGreaterThan(0);
      const spending = await ledger.spending('acme/shop#1');
      expect(spending.usd).toBeCloseTo(reply.costUsd, 12);
      expect(spending.byStage['discovery']?.calls).toBe(1);
      expect(ledger.reserved.size).toBe(0);
    });

    it('pays the same request once, also after a restart', async () => {
      const { model, restart, requests, subject } = await start();
      await model.complete(requestFor(subject('answer')));
      const again = await restart().complete(requestFor(subject('answer')));
      expect(again).toEqual({ value: { questions: [] }, costUsd: 0, replayed: true });
      expect(requests()).toBe(1);
    });

    it('pays the same request once when it is asked twice at the same time', async () => {
      const { model, requests, subject } = await start();
      const request = requestFor(subject('answer'));
      const replies = await Promise.all([model.complete(request), model.complete(request)]);
      expect(replies.filter((reply) => reply.replayed)).toHaveLength(1);
      expect(requests()).toBe(1);
    });

    it('asks anew for another run and another effort', async () => {
      const { model, requests, subject } = await start();
      const name = subject('answer');
      await model.complete(requestFor(name));
      await model.complete(requestFor(name, { run: 'acme/shop#2' }));
      await model.complete(requestFor(name, { choice: { model: 'claude-sonnet-5-5', effort: 'xhigh' } }));
      expect(requests()).toBe(3);
    });

    it.each([
      ['cut-off', 'model-truncated'],
      ['refuse', 'model-refused'],
      ['out-of-schema', 'model-answer-invalid'],
    ] as const)(
      'books an answer that is of no use (%s), and answers it alike the next time',
      async (behaviour, code) => {
        const { model, ledger, requests, subject } = await start();
        const request = requestFor(subject(behaviour));
        expect(await failureOf(model.complete(request))).toMatchObject({ code });
        expect((await ledger.spending('acme/shop#1')).usd).toBeGreaterThan(0);
        expect(ledger.reserved.size).toBe(0);
        expect(await failureOf(model.complete(request))).toMatchObject({ code });
        expect(requests()).toBe(1);
      },
    );

    it('says until when to wait after a rate limit, and answers after it', async () => {
      const { model, ledger, clock, subject } = await start();
      const request = requestFor(subject('limit-rate'));
      const failure = await failureOf(model.complete(request));
      expect(failure).toMatchObject({ code: 'model-rate-limited', retry: 'wait-until' });
      expect(failure.until?.getTime()).toBe(clock.now().getTime() + 7000);
      expect(ledger.reserved.size).toBe(0);
      expect((await ledger.spending('acme/shop#1')).calls).toBe(0);
      const tooSoon = await failureOf(model.complete(requestFor(subject('answer'))));
      expect(tooSoon).toMatchObject({ code: 'model-rate-limited', retry: 'wait-until', until: failure.until });
      expect(ledger.reserved.size).toBe(0);
      if (failure.until !== null) clock.set(failure.until);
      expect((await model.complete(request)).replayed).toBe(false);
    });

    it('may be tried again soon after an overload', async () => {
      const { model, ledger, subject } = await start();
      const request = requestFor(subject('overload'));
      expect(await failureOf(model.complete(request))).toMatchObject({ code: 'model-overloaded', retry: 'retry' });
      expect(ledger.reserved.size).toBe(0);
      expect((await model.complete(request)).value).toEqual({ questions: [] });
    });

    it('books what was heard before the line broke, and asks again', async () => {
      const { model, ledger, requests, subject } = await start();
      const request = requestFor(subject('break-off'));
      expect(await failureOf(model.complete(request))).toMatchObject({ code: 'model-unavailable', retry: 'retry' });
      expect([...ledger.calls.values()].map((call) => call.stopReason)).toEqual(['lost']);
      expect((await ledger.spending('acme/shop#1')).usd).toBeGreaterThan(0);
      expect((await model.complete(request)).replayed).toBe(false);
      expect(requests()).toBe(2);
    });

    it('does not ask when the answer could pass the cap, reservations counted', async () => {
      const { model, ledger, requests, subject } = await start();
      await ledger.reserve('acme/shop#1', 'another call in flight', 0.05, 0.2);
      const failure = await failureOf(model.complete(requestFor(subject('answer'), { budgetUsd: 0.2 })));
      expect(failure).toMatchObject({ code: 'budget-reached', retry: 'ask-human' });
      expect(requests()).toBe(0);
      expect((await model.complete(requestFor(subject('answer'), { budgetUsd: 0.3 }))).value).toEqual({
        questions: [],
      });
    });
  });
}
