/**
 * Trims GitHub's own descriptions to what the local GitHub serves, into local/openapi/generated/.
 *
 *   cd "$(mktemp -d)" && npm pack @octokit/openapi @octokit/openapi-webhooks @octokit/graphql-schema
 *   (unpack each into a folder of its package's last name: openapi/, openapi-webhooks/, graphql-schema/)
 *   npx tsx scripts/trim-openapi.ts THAT_FOLDER
 *
 * From the first only package/generated/api.github.com.json is needed; unpacked whole it takes 385 MB.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trimGraphql } from '#local/openapi/trim-graphql.ts';
import { trimRest } from '#local/openapi/trim-rest.ts';
import { trimWebhooks } from '#local/openapi/trim-webhooks.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: tsx scripts/trim-openapi.ts FOLDER');
const out = join(import.meta.dirname, '../local/openapi/generated');
mkdirSync(out, { recursive: true });

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const write = (name: string, text: string): void => {
  writeFileSync(join(out, name), text);
  console.log(`${name}: ${Math.round(text.length / 1024)} KiB`);
};

write('rest.json', JSON.stringify(trimRest(JSON.parse(read('openapi/package/generated/api.github.com.json')))));
write(
  'webhooks.json',
  JSON.stringify(trimWebhooks(JSON.parse(read('openapi-webhooks/package/generated/api.github.com.json')))),
);
write('graphql.json', JSON.stringify({ sdl: trimGraphql(read('graphql-schema/package/schema.graphql')) }));
