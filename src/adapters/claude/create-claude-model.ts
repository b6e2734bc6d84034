import { createClaudeClient, type ClaudeAccess } from '#adapters/claude/create-claude-client.ts';
import { createCallClaude } from '#adapters/claude/call-claude.ts';
import { hashRequest } from '#adapters/claude/hash-request.ts';
import { promptText, toMessageParams } from '#adapters/claude/message-params.ts';
import { readReply } from '#adapters/claude/read-reply.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { worstCase } from '#domain/cost/worst-case.ts';
import { listPrices, type PriceTable } from '#domain/cost/prices.ts';
import type { BatchOrders } from '#ports/batch-orders.ts';
import type { Clock } from '#ports/clock.ts';
import type { LanguageModel, ModelReply, ModelRequest } from '#ports/language-model.ts';
import type { Ledger, ModelCall } from '#ports/ledger.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface ClaudeModelDependencies extends ClaudeAccess {
  readonly ledger: Ledger;
  readonly orders: BatchOrders;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly prices?: PriceTable;
  /** Milliseconds in which unhurried requests are gathered into one batch. */
  readonly gatherMs?: number;
}

/**
 * Claude over the Messages API, with the ledger around every call: what it holds is answered again and paid once, what
 * could pass the cap is not asked, and what was asked is booked before the answer is judged.
 */
export function createClaudeModel(dependencies: ClaudeModelDependencies): LanguageModel {
  const { ledger, orders, prices = listPrices } = dependencies;
  const call = createCallClaude({ ...dependencies, prices, client: createClaudeClient(dependencies) });
  /** The same request asked twice at once waits for the one call. */
  const inFlight = new Map<string, Promise<ModelCall>>();

  async function payFor<T>(request: ModelRequest<T>, requestHash: string): Promise<ModelCall> {
    const { model } = request.choice;
    const usd = worstCase(prices, model, { prompt: promptText(request), maxTokens: request.maxTokens });
    const reserved = await ledger.reserve(request.run, requestHash, usd, request.budgetUsd);
    if (reserved === 'over-cap') throw budgetReached(request.budgetUsd);
    // What was ordered before the run ended is withdrawn, or booked when it was too late for that.
    const withdrawn = reserved === 'run-over';
    if (withdrawn && (await orders.find(requestHash)) === null) throw runOver();
    return call({ request, requestHash, withdrawn, params: toMessageParams(request) });
  }

  async function callOnce<T>(request: ModelRequest<T>, requestHash: string): Promise<Answered> {
    const booked = await ledger.find(requestHash);
    if (booked !== null) return { call: booked, replayed: true };
    const running = inFlight.get(requestHash);
    if (running !== undefined) return { call: await running, replayed: true };
    const started = payFor(request, requestHash);
    inFlight.set(requestHash, started);
    try {
      return { call: await started, replayed: false };
    } finally {
      inFlight.delete(requestHash);
    }
  }

  async function complete<T>(request: ModelRequest<T>): Promise<ModelReply<T>> {
    const requestHash = hashRequest(request.run, toMessageParams(request));
    const { call: answered, replayed } = await callOnce(request, requestHash);
    const value = readReply(answered, request.answer);
    return { value, costUsd: replayed ? 0 : answered.costUsd, replayed };
  }

  return { complete };
}

interface Answered {
  readonly call: ModelCall;
  readonly replayed: boolean;
}

function budgetReached(capUsd: number): MgeError {
  return new MgeError(`the next model call could pass the cap of ${capUsd.toFixed(2)} USD`, {
    code: 'budget-reached',
    retry: 'ask-human',
    nextStep: 'Raise the cap with `/mge budget <usd>`, then type `/mge resume`.',
  });
}

function runOver(): MgeError {
  return new MgeError('the run has ended, so Claude is asked nothing more for it', {
    code: 'run-over',
    retry: 'give-up',
    nextStep: 'Label the issue again to start the next run.',
  });
}
