import PQueue from 'p-queue';
import { z } from 'zod';
import type { Repository } from '#domain/run/repository.ts';
import type { TreeEntry } from '#ports/github/source-tree.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { askGraphql } from '#adapters/github/client/ask-graphql.ts';
import { blobSha } from '#adapters/github/content/blob-sha.ts';
import { decodeText } from '#adapters/github/content/decode-text.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

/** More blobs, or more bytes, than this in one question, and GitHub may not answer in time. */
const BLOBS_AT_ONCE = 100;
const BYTES_AT_ONCE = 1024 * 1024;
const REQUESTS_AT_ONCE = 10;

const Answer = z.object({
  repository: z.record(z.string(), z.object({ text: z.string().nullish() }).nullable()),
});

type Blob = Pick<TreeEntry, 'sha' | 'size'>;

/** The texts of blobs by SHA (null: no text), many in one request. */
export async function readBlobs(
  context: GitHubContext,
  repository: Repository,
  blobs: readonly Blob[],
): Promise<Map<string, string | null>> {
  const wanted = [...new Map(blobs.map((blob) => [blob.sha, blob])).values()];
  const queue = new PQueue({ concurrency: REQUESTS_AT_ONCE });
  const found = new Map<string, string | null>();
  await queue.addAll(
    cutIntoQuestions(wanted).map((part) => async () => {
      for (const [sha, text] of await readPart(context, repository, part)) found.set(sha, text);
    }),
  );
  const rest = wanted.filter(({ sha }) => !found.has(sha));
  await queue.addAll(
    rest.map(({ sha }) => async () => {
      found.set(sha, await readBlob(context, repository, sha));
    }),
  );
  return found;
}

function cutIntoQuestions(blobs: readonly Blob[]): Blob[][] {
  const parts: Blob[][] = [];
  let room = 0;
  for (const blob of blobs) {
    const part = parts.at(-1);
    if (part === undefined || part.length === BLOBS_AT_ONCE || blob.size > room) {
      parts.push([blob]);
      room = BYTES_AT_ONCE - blob.size;
    } else {
      part.push(blob);
      room -= blob.size;
    }
  }
  return parts;
}

/** A text counts only when it is the blob, byte for byte: GitHub cuts long ones and re-codes what is not UTF-8. */
async function readPart(
  context: GitHubContext,
  repository: Repository,
  blobs: readonly Blob[],
): Promise<[sha: string, text: string][]> {
  // One is one request either way.
  if (blobs.length === 1) return [];
  const fields = blobs.map(({ sha }, index) => `b${index}: object(oid: "${sha}") { ... on Blob { text } }`);
  const query = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }`;
  const variables = { owner: repository.owner, name: repository.name };
  const asked = askGraphql(context, repository, { query, variables, shape: Answer });
  const answer = await absentAsNull(asked, 'github-rejected');
  if (answer === null) return [];
  return blobs.flatMap(({ sha }, index) => {
    const text = answer.repository[`b${index}`]?.text;
    return typeof text === 'string' && blobSha(text) === sha ? [[sha, text]] : [];
  });
}

async function readBlob(context: GitHubContext, repository: Repository, sha: string): Promise<string | null> {
  const { rest } = clientFor(context, repository);
  const { data } = await rest.git.getBlob({ ...locate(repository), file_sha: sha });
  return decodeText(Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'));
}
