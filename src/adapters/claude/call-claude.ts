import type Anthropic from '@anthropic-ai/sdk';
import type { Message, MessageStreamParams } from '@anthropic-ai/sdk/resources/messages/messages';
import { createCallGate } from '#adapters/claude/create-call-gate.ts';
import { toLostCall, toModelCall, type Order } from '#adapters/claude/to-model-call.ts';
import { translateError } from '#adapters/claude/translate-error.ts';
import type { PriceTable } from '#domain/cost/prices.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ledger, ModelCall } from '#ports/ledger.ts';
import type { Telemetry } from '#ports/telemetry.ts';

type CallClaude = (order: Order & { readonly params: MessageStreamParams }) => Promise<ModelCall>;

/** Makes one call and books it, however it ended; its reservation is gone afterwards. Throws `MgeError`. */
export function createCallClaude(dependencies: {
  client: Anthropic;
  ledger: Ledger;
  clock: Clock;
  telemetry: Telemetry;
  prices: PriceTable;
}): CallClaude {
  const { client, ledger, clock, telemetry, prices } = dependencies;
  const gate = createCallGate({ clock });

  async function listen(order: Order, params: MessageStreamParams): Promise<Message> {
    await enter(order);
    const stream = client.messages.stream(params);
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
    }
  }

  /** A call that may not begin now reserves nothing. */
  async function enter(order: Order): Promise<void> {
    try {
      gate.enter();
    } catch (failure) {
      await ledger.release(order.requestHash);
      throw failure;
    }
  }

  return async ({ params, ...order }) => {
    const began = clock.now().getTime();
    const call = toModelCall(order, await listen(order, params), prices);
    await ledger.settle(call);
    const { stage, subject, attempt, model, stopReason, tokens, costUsd } = call;
    telemetry.observe('model_call_seconds', (clock.now().getTime() - began) / 1000, { stage, model });
    telemetry.info('model call', { stage, subject, attempt, model, stopReason, ...tokens, costUsd });
    return call;
  };
}
