import { fileURLToPath } from 'node:url';

/** Folder of the scripts that run inside the sandbox; beside this file here, beside the bundle in `dist`. */
export const DRIVER_FOLDER = fileURLToPath(new URL('./drivers/', import.meta.url));
