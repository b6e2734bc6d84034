import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from '#local/github/world.ts';

const lifetime = 60_000;

function sign(world: World, file: string, until: number): string {
  return createHmac('sha256', world.app.webhookSecret).update(`${file}/${until}`).digest('hex');
}

/** A short-lived address of a kept file, which needs no token: what GitHub redirects downloads to. */
export function signDownload(world: World, file: string): string {
  const until = Date.now() + lifetime;
  return `${world.url}/_local/files/${encodeURIComponent(file)}?until=${until}&signature=${sign(world, file, until)}`;
}

/** The file that a signed address stands for, or null when it is wrong or too old. */
export function readDownload(world: World, url: URL): string | null {
  const file = decodeURIComponent(url.pathname.replace('/_local/files/', ''));
  const until = Number(url.searchParams.get('until'));
  const given = Buffer.from(url.searchParams.get('signature') ?? '');
  const wanted = Buffer.from(sign(world, file, until));
  const fits = given.length === wanted.length && timingSafeEqual(given, wanted);
  return fits && until > Date.now() && !file.includes('/') ? file : null;
}
