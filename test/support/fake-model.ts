import { MgeError, type FailureCode } from '#domain/failure/mge-error.ts';
import type { LanguageModel, ModelRequest } from '#ports/language-model.ts';

type Asked = Omit<ModelRequest<unknown>, 'answer'>;

export interface FakeModel extends LanguageModel {
  readonly requests: Asked[];
  /** The whole text that request `index` sent: system and user blocks. */
  prompt(index: number): string;
}

/** Answers requests one after the other; an error is thrown instead. Every answer must fit the schema that was asked for. */
export function createFakeModel(...answers: readonly unknown[]): FakeModel {
  const requests: Asked[] = [];
  return {
    requests,
    prompt: (index) => {
      const request = requests[index];
      return [...(request?.system ?? []), ...(request?.user ?? [])].map((block) => block.text).join('\n\n');
    },
    complete: async (request) => {
      const { answer, ...asked } = request;
      const reply = answers[requests.length];
      requests.push(asked);
      if (reply instanceof Error) throw reply;
      return { value: answer.parse(reply), costUsd: 0.01, replayed: false };
    },
  };
}

/** A failure as the model port throws it. */
export function modelFailure(code: FailureCode): MgeError {
  return new MgeError(`the model: ${code}`, { code, retry: 'give-up', nextStep: 'Try again.' });
}
