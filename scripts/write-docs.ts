/** Writes the pages of docs/ that are made from the code: `npx tsx scripts/write-docs.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { renderCommandsPage } from '#scripts/docs/render-commands-page.ts';

const page = await format(renderCommandsPage(), { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' });
writeFileSync(join(import.meta.dirname, '../docs/commands.md'), page);
