"""What an iterator gives, looked at before the one that it is meant for takes it."""

import io
import itertools
import os
import pickle
import types

from mge_python.values.constants import CONSTANTS

ITEMS = 200  # of an iterator are looked at


class ConstantPickler(pickle.Pickler):
    """Constants are the same object on the other side of a fork: their identity is enough."""

    def persistent_id(self, value):
        return id(value) if id(value) in CONSTANTS else None

    def reducer_override(self, value):
        return (iter, ((),)) if isinstance(value, types.GeneratorType) else NotImplemented


class ConstantUnpickler(pickle.Unpickler):
    def persistent_load(self, key):
        return CONSTANTS[key]


def peek(iterator):
    """What a generator would give next, without taking it: a fork of this process takes it. Raises when it cannot be told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as out:
                ConstantPickler(out).dump(list(itertools.islice(iterator, ITEMS)))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        data = told.read()
    os.waitpid(child, 0)
    return ConstantUnpickler(io.BytesIO(data)).load()


def listed(value):
    """A generator can be read only once: what it gives is looked at before the function has it."""
    return iter(list(itertools.islice(value, ITEMS))) if isinstance(value, types.GeneratorType) else value
