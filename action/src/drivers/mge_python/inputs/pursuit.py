"""Inputs like those that reached something new, changed in several places at a time."""

import contextlib

from mge_python.values.copies import duplicate


def pursued(bases, names, variants, corpus):
    rng = corpus.rng
    made, other = dict(corpus.pick(bases)), corpus.pick(bases)
    for _ in range(rng.randrange(1, 5)):
        name = rng.choice(names)
        if name in ("self", "cls") and rng.random() < 0.5:
            made[name] = other[name]
        elif rng.random() < 0.2:
            made[name] = other[name]
        elif len(names) > 1 and rng.random() < 0.12:
            with contextlib.suppress(Exception):
                made[name] = alike(made, name, names, variants, rng)
        else:
            with contextlib.suppress(Exception):  # objects that cannot be read or copied stay what they are
                made[name] = variants.wild(made[name], other[name])
    return made


def alike(made, name, names, variants, rng):
    """A copy of another parameter's value, or nearly one: what compares two things is told most by things that are almost the same."""
    beside = [one for one in names if one != name]
    same = [one for one in beside if type(made[one]) is type(made[name])]
    copied = duplicate(made[rng.choice(same or beside)])
    return copied if rng.random() < 0.3 else variants.wild(copied, None)
