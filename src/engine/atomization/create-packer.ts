import type { ContextSection } from '#domain/build/pack-context.ts';

const charactersPerToken = 3.5;

/** Collects sections as long as they fit. */
export interface Packer {
  /** Takes a section if it fits what is left of the budget; tells whether it did. */
  readonly add: (section: ContextSection) => boolean;
  /** The tokens that a section takes. */
  costOf(section: ContextSection): number;
  sections(): readonly ContextSection[];
  tokens(): number;
}

function costOf({ title, text }: ContextSection): number {
  return Math.ceil((title.length + text.length) / charactersPerToken);
}

/** `budget` counts tokens of about 3.5 characters. */
export function createPacker(budget: number): Packer {
  const taken: ContextSection[] = [];
  let used = 0;
  return {
    add(section) {
      const cost = costOf(section);
      if (used + cost > budget || taken.some((other) => other.text.includes(section.text))) return false;
      taken.push(section);
      used += cost;
      return true;
    },
    costOf,
    sections: () => taken,
    tokens: () => used,
  };
}
