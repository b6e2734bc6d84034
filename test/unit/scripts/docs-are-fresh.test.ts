import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { renderCommandsPage } from '#scripts/docs/render-commands-page.ts';

test('docs/commands.md is what the command table says: `npx tsx scripts/write-docs.ts` writes it', async () => {
  const written = readFileSync(join(import.meta.dirname, '../../../docs/commands.md'), 'utf8');
  const options = { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' } as const;
  expect(written).toBe(await format(renderCommandsPage(), options));
});
