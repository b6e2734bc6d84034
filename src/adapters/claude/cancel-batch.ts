import Anthropic from '@anthropic-ai/sdk';

/** Has a batch answer nothing but what it is answering now. One that has ended meanwhile stays as it is. */
export async function cancelBatch(client: Anthropic, id: string): Promise<void> {
  try {
    await client.messages.batches.cancel(id);
  } catch (error) {
    if (!(error instanceof Anthropic.BadRequestError)) throw error;
  }
}
