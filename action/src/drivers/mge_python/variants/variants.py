"""Values like a given one: at its borders, with a telling literal, shorter, longer, or far from it."""

import collections
import datetime
import functools

from mge_python.values.copies import duplicate
from mge_python.values.shape import CALLABLE
from mge_python.variants.containers import changed_at, mappings, sequences, sets
from mge_python.variants.functions import FUNCTIONS, partials
from mge_python.variants.objects import objects
from mge_python.variants.texts import Texts
from mge_python.variants.times import times

LIST_ITERATOR = type(iter([]))
SMALL = 1000  # numbers below it are tried with their neighbours


class Variants:
    """Values like a given one. `literals`: what the function itself knows; `pool`: values met in the tests, by the name of their type."""

    def __init__(self, random, literals, pool):
        self.random = random
        self.pool = pool
        self.texts = [one for one in literals if isinstance(one, str)] or ["a"]
        whole = [one for one in literals if isinstance(one, int) and not isinstance(one, bool) and abs(one) < SMALL]
        self.numbers = sorted({number + step for number in whole for step in (-1, 0, 1)} | {0, 1, -1, 2, 3})
        self.wording = Texts(random, self.texts, self.numbers, pool)

    def of(self, value, depth=0):
        options = self.options(value, depth)
        same = self.pool.get(type(value).__name__, [])
        if same:
            options.extend(self.random.choice(same) for _ in range(2))
        if depth == 0:
            options.append(None)
        return options

    def wild(self, value, other, depth=0):
        """A value far from this one: parts of both, signs put in anywhere."""
        if isinstance(value, str) and type(value) is str:
            return self.wording.wild(value, other if isinstance(other, str) else value)
        if type(value) in (list, tuple) and value and self.random.random() < 0.6:
            at = self.random.randrange(len(value))
            beside = other[at % len(other)] if type(other) is type(value) and other else None
            return type(value)(changed_at(value, at, self.wild(value[at], beside, depth + 1)))
        if type(value) is dict and value and self.random.random() < 0.6:
            if type(other) is dict and self.random.random() < 0.3:
                return {**value, **other}
            name = self.random.choice(list(value))
            return {**value, name: self.wild(value[name], None, depth + 1)}
        has_members = hasattr(value, "__dict__") and not isinstance(value, (type, functools.partial, *CALLABLE))
        if has_members and self.random.random() < 0.8:
            made = objects(self, value, depth, 1)
            return made[0] if made else value
        options = self.of(value, depth)
        return self.random.choice(options) if options else value

    def options(self, value, depth):
        pick = self.random.choice
        if isinstance(value, bool):
            return [not value]
        if isinstance(value, int):
            return [value + 1, value - 1, -value, *self.numbers]
        if isinstance(value, float):
            return [value + 1, value - 0.5, -value, 0.0, 1.5]
        if isinstance(value, str):
            return self.wording.like(value)
        if isinstance(value, bytes):
            return [b"", value * 2, value[1:], value[:-1], value + b"a"]
        if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
            return sequences(self, value, depth)
        if isinstance(value, LIST_ITERATOR):
            return [iter(one) for one in sequences(self, list(duplicate(value)), depth)]
        if type(value) in (dict, collections.OrderedDict):
            return mappings(self, value, depth)
        if type(value) in (set, frozenset):
            return sets(self, value)
        if value is None:
            return [0, "", [], {}, True, pick(self.texts), pick(self.numbers)]
        if isinstance(value, functools.partial):
            return partials(self, value)
        if isinstance(value, CALLABLE):
            return [pick(FUNCTIONS), pick(FUNCTIONS)]
        if isinstance(value, (datetime.timedelta, datetime.date)):
            return times(self, value)
        # A class has no copy: to change one would change it for all that follows.
        return [] if isinstance(value, type) else objects(self, value, depth)
