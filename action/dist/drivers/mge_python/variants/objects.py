"""Copies of an object with another value in one of its members. Each is a copy of the whole, so they are few."""

import contextlib

from mge_python.values.copies import duplicate
from mge_python.values.shape import CALLABLE
from mge_python.values.slots import slots_of

EMPTIED = (str, bytes, int, float, list, tuple, dict, set, frozenset)
DEEPEST = 2  # where members are changed


def members_of(value):
    return [*getattr(value, "__dict__", ()), *slots_of(value)]


def objects(variants, value, depth, most=3):
    """Copies with one attribute changed."""
    names = members_of(value)
    made = []
    for name in variants.random.sample(names, min(most, len(names))) if depth < DEEPEST else []:
        try:
            inner = getattr(value, name)
            if callable(inner):
                continue
            changed = duplicate(value)
            if variants.random.random() < 0.5:
                other = variants.wild(inner, None, depth + 1)
            else:
                other = variants.random.choice(variants.of(inner, depth + 1))
            setattr(changed, name, other)
            made.append(changed)
        except Exception:
            continue
    return made


def bare(value):
    """Copies of an object, each with one member that holds nothing."""
    made = []
    for name in members_of(value) if not isinstance(value, (type, *CALLABLE)) else []:
        with contextlib.suppress(Exception):
            inner = getattr(value, name)
            empty = type(inner)() if isinstance(inner, EMPTIED) else None
            if inner is not None and (isinstance(inner, bool) or inner != empty):
                changed = duplicate(value)
                setattr(changed, name, not inner if isinstance(inner, bool) else empty)
                made.append(changed)
    return made
