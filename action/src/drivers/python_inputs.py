"""Inputs of a function: those that tests gave it, then ones like them, without end."""

import contextlib
import itertools
import time

from python_values import FUNCTIONS, Shape, duplicate, shortened

BARED = 3  # recorded inputs of which each member of each object is once left with nothing


def keep(inputs, given, rng):
    given = small(given)
    if len(inputs) < 300:
        inputs.append(given)
    else:
        inputs[rng.randrange(300)] = given


def small(given):
    return {name: shortened(value) for name, value in given.items()}


def pursued(bases, names, variants, rng, corpus, near):
    """Inputs like those that reached something new, changed in several places at a time."""
    def pick():
        dice = rng.random()
        inputs = near if near and dice < 0.35 else corpus if corpus and dice < 0.8 else bases
        # The first of the recorded are small, and quick to go on from; of the others, the last have had the least looked at.
        if inputs is bases:
            return bases[int(len(bases) * rng.random() ** 2)]
        return rng.choice(inputs[-12:]) if rng.random() < 0.5 else rng.choice(inputs)

    made, other = dict(pick()), pick()
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


def size_of(given):
    try:
        return len(Shape().of(given))
    except Exception:
        return 0


def alike(made, name, names, variants, rng):
    """A copy of another parameter's value, or nearly one: what compares two things is told most by things that are almost the same."""
    beside = [one for one in names if one != name]
    same = [one for one in beside if type(made[one]) is type(made[name])]
    copied = duplicate(made[rng.choice(same or beside)])
    return copied if rng.random() < 0.3 else variants.wild(copied, None)


def inputs_of(calls, target, code, variants, pool, rng, literals, corpus, near, upstream):
    """Recorded inputs first, then ones like them, without end."""
    for given in calls:
        yield given, True
    if upstream is not None and upstream.is_possible:
        yield from mingled(inputs_like(calls, target, code, variants, pool, rng, literals, corpus, near), upstream, share_of(calls), corpus, near)
    else:
        yield from inputs_like(calls, target, code, variants, pool, rng, literals, corpus, near)


def share_of(calls):
    """How much of the time what the project makes itself is worth: its objects are hardly made in another way."""
    plain = (str, bytes, int, float, complex, type(None), list, tuple, dict, set, frozenset)
    return 0.6 if any(not isinstance(value, plain) and not callable(value) for given in calls for value in given.values()) else 0.15


def mingled(inputs, upstream, share, corpus, near):
    """Inputs from both sources, by the time that each has taken."""
    taken, begun = 0.0, time.process_time()
    while True:
        started = time.process_time()
        if taken > share * (started - begun):
            given = next(inputs, None)
            if given is not None:
                yield given
                continue
        entry, arrived = upstream.some()
        known = len(corpus), len(near)
        for given in arrived:
            yield given, False
        if known != (len(corpus), len(near)):
            upstream.keep(entry)
        taken += time.process_time() - started


def inputs_like(calls, target, code, variants, pool, rng, literals, corpus, near):
    names = list(calls[0]) if calls else list(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)])
    bases = [small(given) for given in calls] or list(invented(names, code, target, pool, rng, literals))
    if not bases:
        return
    for base in bases[:BARED] if calls else []:
        for name in names:
            yield from (({**base, name: one}, False) for one in variants.bare(base[name]))
    for round_ in itertools.count():
        base = bases[round_ % len(bases)]
        for name in names:
            if name in ("self", "cls") and rng.random() < 0.6:
                options = [one for one in pool.get(type(base[name]).__name__, [])]
                options = rng.sample(options, min(2, len(options)))
            else:
                options = variants.of(base[name])
                options = rng.sample(options, min(6, len(options)))
            for option in options:
                yield {**base, name: option}, False
        for _ in range(24 if names else 0):
            yield pursued(bases, names, variants, rng, corpus, near), False
        if len(bases) > 1 and len(names) > 1:
            for _ in range(4):
                yield {name: rng.choice(bases)[name] for name in names}, False
        changed = {name: rng.choice(variants.of(base[name]) or [base[name]]) for name in names if name != "self"}
        yield {**base, **changed}, False
        if not calls:
            bases.extend(invented(names, code, target, pool, rng, literals))


def invented(names, code, target, pool, rng, literals):
    """Inputs for a function that no test calls: by its annotations, the names of its parameters, the values of other calls."""
    hints = target["hints"]
    everything = [value for values in pool.values() for value in values]
    plain = [0, 1, 2, -1, "", "a", "b c", [], [1, 2, 3], ["b", "a"], {}, {"a": 1}, None, True, 1.5, *FUNCTIONS[:3], *literals]
    by_hint = {"int": [0, 1, 2, 5, -1], "float": [0.0, 1.5, -2.0], "str": ["", "a", "b c", "A-1", *[one for one in literals if isinstance(one, str)]], "bool": [True, False], "list": [[], [1], [3, 1, 2]], "dict": [{}, {"a": 1}], "bytes": [b"", b"ab"], "tuple": [(), (1, 2)], "Callable": FUNCTIONS}
    for _ in range(40):
        made = {}
        for position, name in enumerate(names):
            if position == 0 and name in ("self", "cls") and "." in target["name"]:
                own = target["name"].split(".")[-2]
                instances = pool.get(own) or target["instances"]
                if not instances:
                    return
                made[name] = rng.choice(instances)
            elif position >= code.co_argcount + code.co_kwonlyargcount:
                is_words = bool(code.co_flags & 4) and position == code.co_argcount + code.co_kwonlyargcount
                made[name] = tuple(rng.choice(plain) for _ in range(rng.randrange(3))) if is_words else {}
            else:
                hinted = [value for word, values in by_hint.items() if word.lower() in hints.get(name, "").lower() for value in values]
                callables = FUNCTIONS if name in ("f", "func", "fn", "function", "key", "predicate", "callback", "binop", "op") else []
                options = hinted or callables or (everything if everything and rng.random() < 0.6 else plain)
                made[name] = rng.choice(options)
        yield made
