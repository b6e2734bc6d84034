import type { Conversation } from '#ports/github/conversation.ts';

export interface FakeConversation extends Conversation {
  /** Marker → body of MGE's comments. */
  readonly comments: Map<string, string>;
}

/** An issue's comments in memory: those of people are given, MGE's are kept by marker. */
export function createFakeConversation(human: readonly { author: string; body: string }[] = []): FakeConversation {
  const comments = new Map<string, string>();
  const post = (marker: string, body: string) => {
    comments.set(marker, body);
    return { id: 100 + [...comments.keys()].indexOf(marker), body };
  };
  return {
    comments,
    upsertComment: async (_repository, _number, marker, body) => post(marker, body),
    reply: async (_repository, _place, marker, body) => post(marker, body),
    react: async () => undefined,
    readComment: async () => null,
    listHumanComments: async () => human.map((each, index) => ({ id: index + 1, ...each })),
  };
}
