import { openPglite } from '#adapters/store/open-pglite.ts';

/**
 * `npm ci` and `npm install` run this: it makes the new embedded database that first starts copy, which takes them seconds else.
 * Where it cannot be made, the first start says why.
 */
try {
  const { close } = await openPglite(null);
  await close();
} catch (error) {
  console.warn(`The embedded database was not prepared (the first start makes it): ${String(error)}`);
}
