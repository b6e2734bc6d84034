/** Why an archive is not read. The message never quotes the archive. */
export class ZipRefusal extends Error {}
