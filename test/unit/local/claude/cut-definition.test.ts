import { describe, expect, it } from 'vitest';
import { cutDefinition } from '#local/claude/cut-definition.ts';

const typescript = `import { a } from './a.js';

/** A limit. */
const LIMIT = 3;

/** Two. */
export interface Pair {
  readonly left: number;
}

// adds
export async function add(
  left: number,
): Promise<number> {
  if (left > LIMIT) {
    return add(left - 1);
  }
  return left;
}

export class Book {
  readonly pages: number;

  /** Opens it. */
  open(page: number): void {
    close(page);
  }

  close(): void {}
}
`;

const python = `import os


@dataclass(frozen=True)
class Item:
    """One."""

    name: str

    def label(self) -> str:
        return self.name


def total(
    items: list[Item],
) -> int:
    """All."""
    return len(items)


LIMIT = 3
`;

describe('cutting a definition out of a file', () => {
  it('takes a function with its comment', () => {
    expect(cutDefinition(typescript, 'add')).toBe(
      '// adds\nexport async function add(\n  left: number,\n): Promise<number> {\n  if (left > LIMIT) {\n    return add(left - 1);\n  }\n  return left;\n}\n',
    );
  });

  it('takes constants and types', () => {
    expect(cutDefinition(typescript, 'LIMIT')).toBe('/** A limit. */\nconst LIMIT = 3;\n');
    expect(cutDefinition(typescript, 'Pair')).toBe(
      '/** Two. */\nexport interface Pair {\n  readonly left: number;\n}\n',
    );
  });

  it('takes a method to the margin', () => {
    expect(cutDefinition(typescript, 'open')).toBe('/** Opens it. */\nopen(page: number): void {\n  close(page);\n}\n');
  });

  it('takes Python by its indentation, decorators included', () => {
    expect(cutDefinition(python, 'Item')).toMatch(/^@dataclass\(frozen=True\)\nclass Item:[^]*return self\.name\n$/u);
    expect(cutDefinition(python, 'total')).toBe(
      'def total(\n    items: list[Item],\n) -> int:\n    """All."""\n    return len(items)\n',
    );
    expect(cutDefinition(python, 'label')).toBe('def label(self) -> str:\n    return self.name\n');
  });

  it('finds nothing where nothing is', () => {
    expect(cutDefinition(typescript, 'subtract')).toBeNull();
    expect(cutDefinition(typescript, 'Boo')).toBeNull();
  });
});
