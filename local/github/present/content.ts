import type { TreeEntry } from '#local/github/git/trees.ts';
import type { JsonObject } from '#local/github/json.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** A file or folder as `content-file` (with its text) or as an entry of `content-directory`. */
export function presentContent(
  world: World,
  repository: Repository,
  { entry, ref, content }: { readonly entry: TreeEntry; readonly ref: string; readonly content?: Buffer },
): JsonObject {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const isFile = entry.type === 'blob';
  const url = `${repositoryApiUrl(world, repository, `/contents/${path}`)}?ref=${encodeURIComponent(ref)}`;
  const git = repositoryApiUrl(world, repository, `/git/${isFile ? 'blobs' : 'trees'}/${entry.sha}`);
  const html = pageUrl(world, repository, `/${isFile ? 'blob' : 'tree'}/${ref}/${path}`);
  const text =
    content === undefined
      ? {}
      : { encoding: 'base64', content: content.toString('base64').replace(/(.{60})/g, '$1\n') };
  return {
    type: isFile ? 'file' : 'dir',
    name: entry.path.split('/').at(-1) ?? '',
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    git_url: git,
    html_url: html,
    download_url: isFile ? pageUrl(world, repository, `/raw/${ref}/${path}`) : null,
    _links: { self: url, git, html },
    ...text,
  };
}
