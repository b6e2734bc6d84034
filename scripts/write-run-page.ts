/** Writes docs/a-run-as-people-see-it.md from a kept demo: `npx tsx scripts/write-run-page.ts FOLDER`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { CONVERSATION_FILE, KeptConversation } from '#local/demo/show/keep-conversation.ts';
import { renderRunPage } from '#scripts/docs/render-run-page.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that `npm run demo -- --keep` kept.');
const kept = KeptConversation.parse(JSON.parse(readFileSync(join(folder, CONVERSATION_FILE), 'utf8')));
const page = await format(renderRunPage(kept), { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' });
writeFileSync(join(import.meta.dirname, '../docs/a-run-as-people-see-it.md'), page);
