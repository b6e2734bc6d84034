import type { ContextSection } from '#engine/atomization/create-context.ts';

const charactersPerToken = 3.5;

/** Collects sections as long as they fit. */
export interface Packer {
  /** Takes a section if it fits what is left of the budget; tells whether it did. */
  readonly add: (section: ContextSection) => boolean;
  sections(): readonly ContextSection[];
  tokens(): number;
}

/** `budget` counts tokens of about 3.5 characters. */
export function createPacker(budget: number): Packer {
  const taken: ContextSection[] = [];
  let used = 0;
  return {
    add(section) {
      const cost = Math.ceil((section.title.length + section.text.length) / charactersPerToken);
      if (used + cost > budget || taken.some((other) => other.text.includes(section.text))) return false;
      taken.push(section);
      used += cost;
      return true;
    },
    sections: () => taken,
    tokens: () => used,
  };
}
