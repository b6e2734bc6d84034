import type { FailureFacts } from '#domain/failure/mge-error.ts';

interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** What a 403 says only in its words: nobody may write here for now, and no permission of the app will change that. */
function closedDoor({ status, message }: Refusal): FailureFacts | null {
  if (status !== 403) return null;
  if (/was archived/i.test(message)) {
    const nextStep = 'Unarchive the repository, then type `/mge retry`.';
    return { code: 'github-archived', retry: 'ask-human', nextStep };
  }
  if (/has been suspended/i.test(message)) {
    const nextStep = 'Nothing here: when the app is let in again, I go on by myself.';
    return { code: 'github-suspended', retry: 'ask-human', nextStep };
  }
  return null;
}

/** The code and the next step of a status that will not mend itself (409 may: something else was under way). */
export function factsOfStatus(refusal: Refusal): FailureFacts {
  const closed = closedDoor(refusal);
  if (closed !== null) return closed;
  switch (refusal.status) {
    case 401:
      return {
        code: 'github-forbidden',
        retry: 'ask-human',
        nextStep: 'Whoever runs MGE has to check its app id and private key; then type `/mge retry`.',
      };
    case 403:
    case 451:
      return {
        code: 'github-forbidden',
        retry: 'ask-human',
        nextStep:
          'Check that the app is installed here with the permissions of app.yml and not suspended, then type `/mge retry`.',
      };
    case 404:
    case 410:
      return {
        code: 'github-not-found',
        retry: 'give-up',
        nextStep: 'Check that the repository and what the run made in it still exist.',
      };
    case 409:
      return {
        code: 'github-conflict',
        retry: 'retry',
        nextStep: 'Nothing to do yet: I try again by myself. If it lasts, type `/mge retry`.',
      };
    default:
      return {
        code: 'github-rejected',
        retry: 'give-up',
        nextStep: 'Mend what GitHub complains about, then type `/mge retry`.',
      };
  }
}
