"""Small values in place of large ones."""

import itertools

LONG = 200  # items of a value that others are made from
LONG_TEXT = 5000


def shortened(value, depth=0):
    """A value like it that takes little time: of a long one its beginning, and the like inside of it."""
    kind = type(value)
    if kind is str or kind is bytes:
        return value[:LONG_TEXT]
    if kind in (list, tuple) and depth < 4:
        return kind([shortened(one, depth + 1) for one in value[:LONG]])
    if kind is dict and depth < 4:
        return {key: shortened(one, depth + 1) for key, one in itertools.islice(value.items(), LONG)}
    return kind(itertools.islice(value, LONG)) if kind in (set, frozenset) and len(value) > LONG else value
