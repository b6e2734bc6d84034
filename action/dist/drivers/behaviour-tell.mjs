// Tells a difference, cut to what people read.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { say } from './behaviour-entries.mjs';
import { shapeOf } from './behaviour-shape.mjs';

export function tell(entry, { self, words }, was, now, recorded) {
  entry.found += 1;
  const changed = was.kind === 'returned' && now.kind === 'returned' && was.shape === now.shape;
  const text = (one) =>
    (one.kind === 'hangs'
      ? 'it does not end'
      : one.kind === 'threw'
        ? `throws ${one.name}: ${one.message}`
        : changed
          ? `afterwards ${one.after}`
          : one.shape
    ).slice(0, 300);
  const receiver = self === undefined || typeof self !== 'object' ? '' : `this = ${shapeOf(self).slice(0, 120)}; `;
  say({
    kind: 'difference',
    key: entry.key,
    recorded,
    input: `${receiver}${words.map((word) => shapeOf(word).slice(0, 160)).join(', ')}`.slice(0, 500),
    was: text(was),
    now: text(now),
  });
}
