import type { Later } from '#engine/dependencies/project/project-model.ts';

export function createLater(): Later {
  let waiting: (() => void)[] | null = [];
  return {
    run(work) {
      if (waiting === null) work();
      else waiting.push(work);
    },
    release() {
      const works = waiting ?? [];
      waiting = null;
      for (const work of works) work();
      return works.length > 0;
    },
  };
}
