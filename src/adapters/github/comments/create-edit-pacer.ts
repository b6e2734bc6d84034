import { rateLimited } from '#adapters/github/errors/translate-error.ts';
import type { Clock } from '#ports/clock.ts';
import type { EditPace } from '#ports/github/conversation.ts';

/** Spares GitHub edits of comments that are kept up to date. What it knows is this process's own; without, it edits. */
export interface EditPacer {
  /** Whether the comment has this text already. Throws `github-rate-limited` when it was edited a moment ago. */
  stands(name: string, body: string, pace: EditPace): boolean;
  made(name: string, body: string, pace: EditPace | undefined): void;
}

const MOST = 1000;

export function createEditPacer({ clock }: { readonly clock: Clock }): EditPacer {
  const last = new Map<string, { readonly body: string; readonly headline: string | null; readonly at: number }>();
  return {
    stands(name, body, { headline, secondsApart }) {
      const before = last.get(name);
      if (before === undefined) return false;
      if (before.body === body) return true;
      const due = before.at + secondsApart * 1000;
      if (before.headline !== headline || due <= clock.now().getTime()) return false;
      throw rateLimited('the comment was edited a moment ago', new Date(due), null);
    },
    made(name, body, pace) {
      if (last.size >= MOST) last.clear();
      last.set(name, { body, headline: pace?.headline ?? null, at: clock.now().getTime() });
    },
  };
}
