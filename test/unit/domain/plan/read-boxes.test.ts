import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoxes } from '#domain/plan/read-boxes.ts';

const approval = '- [ ] Approve this plan <!-- mge:approve:abc123 -->';

describe('readBoxes', () => {
  it('reads tasks and approval from the markers, whatever the labels say', () => {
    const body = [
      '<!-- mge:plan -->',
      '  - [x] **T1** [ ] tricky label · ~80 lines <!-- mge:task:T1 -->',
      '  - [X] T2 <!-- mge:task:T2 -->',
      '* [ ] ~~T3~~ <!-- mge:task:T3 -->',
      '- [x] a box without a marker',
      '- [x] Approve this plan <!-- mge:approve:abc123 -->  ',
    ].join('\r\n');
    expect(readBoxes(body)).toEqual({ planHash: 'abc123', ticked: ['T1', 'T2'], unticked: ['T3'], approved: true });
  });

  it('is null for what is no plan comment', () => {
    expect(readBoxes('')).toBeNull();
    expect(readBoxes('- [x] T1 <!-- mge:task:T1 -->')).toBeNull();
    expect(readBoxes(`${approval}\n${approval.replace('abc123', 'def456')}`)).toBeNull();
  });

  it('does not read markers in the middle of a line', () => {
    expect(readBoxes(`${approval}\n- [x] see <!-- mge:task:T9 --> above`)?.ticked).toEqual([]);
  });

  it('reads back every plan that is written', () => {
    const tasks = fc.uniqueArray(fc.record({ id: fc.nat().map((id) => `T${id}`), ticked: fc.boolean() }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(tasks, fc.boolean(), fc.stringMatching(/^[0-9a-f]{8,64}$/), (boxes, approved, hash) => {
        const lines = boxes.map(({ id, ticked }) => `- [${ticked ? 'x' : ' '}] **${id}** <!-- mge:task:${id} -->`);
        const body = [...lines, `- [${approved ? 'x' : ' '}] Approve <!-- mge:approve:${hash} -->`].join('\n');
        expect(readBoxes(body)).toEqual({
          planHash: hash,
          ticked: boxes.filter(({ ticked }) => ticked).map(({ id }) => id),
          unticked: boxes.filter(({ ticked }) => !ticked).map(({ id }) => id),
          approved,
        });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readBoxes(`${text}\n${approval}\n${text}`)).not.toThrow();
      }),
    );
  });
});
