"""Copies of values that share nothing that can change with the original, but the project's constants."""

import copy
import threading
import types

from mge_python.values.constants import CONSTANTS

FEW = 3000  # constants that are written down anew for each copy
ATOMS = frozenset((str, int, float, bool, bytes, type(None)))
# What holds a part of the machine is shared by its copies, and so are modules.
for _kind in (types.ModuleType, type(threading.Lock()), type(threading.RLock()), threading.local, types.MappingProxyType):
    copy._deepcopy_dispatch[_kind] = lambda value, memo: value
# A generator has no copy; objects that hold one are copied as if it had nothing more to give.
copy._deepcopy_dispatch[types.GeneratorType] = lambda value, memo: iter(())


class Memo(dict):
    """What a copy has copied already; constants count as copied."""

    def get(self, key, default=None):
        found = super().get(key, self)
        return CONSTANTS.get(key, default) if found is self else found


def duplicate(value):
    """A copy that shares nothing that can change with the original, but the project's constants; raises when there can be none."""
    # A plain mapping is asked in a fifth of the time.
    return copied(value, dict(CONSTANTS) if len(CONSTANTS) < FEW else Memo())


def copied(value, memo):
    """As `copy.deepcopy`, which spends most of its time on texts and numbers in lists."""
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind is not list and kind is not dict:
        return copy.deepcopy(value, memo)
    known = memo.get(id(value), memo)
    if known is not memo:
        return known
    made = memo[id(value)] = kind()
    if kind is list:
        made.extend([copied(one, memo) for one in value])
    else:
        made.update([(copied(key, memo), copied(one, memo)) for key, one in value.items()])
    return made


REBUILD = copy._reconstruct


def rebuild(value, memo, make, *rest, **more):
    """Objects whose class wants more than their copy is made with (`tzinfo`, many errors) are copied member by member."""
    try:
        return REBUILD(value, memo, make, *rest, **more)
    except TypeError:
        if make is not type(value) or not hasattr(value, "__dict__"):
            raise
        made = memo[id(value)] = make.__new__(make)
        made.__dict__.update(copied(value.__dict__, memo))
        return made


copy._reconstruct = rebuild
