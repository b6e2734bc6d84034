import type { FileModel } from '#engine/dependencies/project/file-model.ts';

/** Where something is or happens: the file and the node, for its symbol and its atom. */
export interface Site {
  readonly file: FileModel;
  readonly node: number;
}
