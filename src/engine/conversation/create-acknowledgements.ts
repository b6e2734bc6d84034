import type { Perform } from '#domain/run/perform.ts';
import type { Conversation } from '#ports/github/conversation.ts';

export interface Acknowledgements {
  readonly react: Perform<'react'>;
  readonly reply: Perform<'reply'>;
}

/** The two small answers to a person: a reaction, and a line where they wrote. */
export function createAcknowledgements({ conversation }: { readonly conversation: Conversation }): Acknowledgements {
  return {
    react: async (run, effect) => {
      await conversation.react(run.repository, effect.place, effect.reaction);
      return { type: 'effect-done', effect: effect.key };
    },
    reply: async (run, effect) => {
      await conversation.reply(run.repository, effect.place, effect.key, effect.text);
      return { type: 'effect-done', effect: effect.key };
    },
  };
}
