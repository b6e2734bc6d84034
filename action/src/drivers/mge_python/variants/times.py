"""Dates and spans of time near a given one."""

import contextlib
import datetime

UNITS = (1, 60, 3600, 86400)  # seconds


def times(variants, value):
    counts = (1, -1, *variants.numbers[:6])
    steps = [datetime.timedelta(seconds=count * unit) for count in counts for unit in UNITS]
    made = []
    for step in variants.random.sample(steps, 6):
        with contextlib.suppress(OverflowError):
            made.append(value + step)
    return made
