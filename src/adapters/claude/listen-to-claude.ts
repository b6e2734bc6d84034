import type Anthropic from '@anthropic-ai/sdk';
import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import type { MessageParams } from '#adapters/claude/message-params.ts';
import { cachedPrefix } from '#adapters/claude/cached-prefix.ts';
import { createCallGate } from '#adapters/claude/create-call-gate.ts';
import { createPrefixLead } from '#adapters/claude/create-prefix-lead.ts';
import { toLostCall, type Order } from '#adapters/claude/to-model-call.ts';
import { translateError } from '#adapters/claude/translate-error.ts';
import type { PriceTable } from '#domain/cost/prices.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ledger } from '#ports/ledger.ts';

type ListenToClaude = (order: Order, params: MessageParams) => Promise<Message>;

/** Streams one answer, if the gate lets the call begin. A call that fails keeps no reservation. Throws `MgeError`. */
export function createListenToClaude(dependencies: {
  client: Anthropic;
  ledger: Ledger;
  clock: Clock;
  prices: PriceTable;
}): ListenToClaude {
  const { client, ledger, clock, prices } = dependencies;
  const gate = createCallGate({ clock });
  const follow = createPrefixLead({ clock });

  /** A call that may not begin now reserves nothing. */
  async function enter(order: Order): Promise<void> {
    try {
      gate.enter();
    } catch (failure) {
      await ledger.release(order.requestHash);
      throw failure;
    }
  }

  return async (order, params) => {
    const lead = await follow(cachedPrefix(params));
    await enter(order).catch((failure: unknown) => {
      lead.over();
      throw failure;
    });
    const stream = client.messages.stream(params);
    stream.once('streamEvent', () => lead.begun());
    try {
      const message = await stream.finalMessage();
      gate.answered(stream.response?.headers);
      return message;
    } catch (cause) {
      const failure = gate.failed(translateError(cause, clock.now()));
      const begun = stream.currentMessage;
      // What was heard before the line broke is paid as well.
      if (begun !== undefined) await ledger.settle(toLostCall(order, begun, { prices, now: clock.now() }));
      await ledger.release(order.requestHash);
      throw failure;
    } finally {
      lead.over();
    }
  };
}
