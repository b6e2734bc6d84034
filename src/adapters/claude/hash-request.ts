import { createHash } from 'node:crypto';
import type { MessageParams } from '#adapters/claude/message-params.ts';

/**
 * SHA-256, in hex, of what makes two requests the same: run, model, effort, prompt and schema. How long an answer may be
 * is left out.
 */
export function hashRequest(run: string, params: MessageParams): string {
  const { model, system, messages, output_config } = params;
  const canonical = JSON.stringify([run, model, system ?? [], messages, output_config]);
  return createHash('sha256').update(canonical).digest('hex');
}
