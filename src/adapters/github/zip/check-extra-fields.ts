import { demand } from '#adapters/github/zip/demand.ts';

/** Extra fields that give another size or another name than the record's own. */
const ZIP64 = 0x0001;
const UNICODE_NAME = 0x7075;

/** Extra fields must fill their place, and say nothing about names and sizes. */
export function checkExtraFields(view: DataView, start: number, end: number): void {
  let at = start;
  while (at < end) {
    const id = view.getUint16(at, true);
    demand(id !== ZIP64 && id !== UNICODE_NAME, 'the file has another size or another name too');
    at += 4 + view.getUint16(at + 2, true);
  }
  demand(at === end, 'the extra fields have another size than they say');
}
