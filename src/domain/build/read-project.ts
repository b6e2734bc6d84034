import { Project } from '#domain/build/project.ts';

/** The analysed project out of its JSON text (the blob `Build.analysis`). */
export function readProject(text: string): Project {
  return Project.parse(JSON.parse(text));
}
