import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildServer } from '#scripts/build-server.ts';

let built: Promise<string> | null = null;

/** MGE's programs as production runs them, bundled once for this process; answers their folder. */
export function builtPrograms(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  // Packages are found from the project's folder only. Each process has its own: tests run side by side.
  const folder = fileURLToPath(new URL(`../../dist/for-${process.pid}`, import.meta.url));
  await buildServer(folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
