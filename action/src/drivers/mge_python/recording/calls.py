"""Calls of the functions that are asked for."""

import contextlib
import gc
import random
import sys
import types

from mge_python.functions import names_of
from mge_python.recording.entries import entered, entry_of
from mge_python.values.constants import keep_constants
from mge_python.values.copies import duplicate
from mge_python.values.iterators import peek
from mge_python.values.shape import Shape

KEPT = 80  # calls of one function
PEEKED = 8  # calls of one function with a generator
ENTRIES = 150  # calls from outside the project that came to one function
LOOKED = 3000  # calls of one function of which it is looked where they come from


class Calls:
    """
    By key: `given`: copies of the arguments of calls; `entries`: calls from outside the project in whose course it was called;
    `functions`: its code, the names of its module, and its closure. `plain_of`: gives the code of a function that tells of its calls.
    """

    def __init__(self, places, root, is_entered, plain_of, pool):
        self.places = places
        self.root = root
        self.is_entered = is_entered
        self.plain_of = plain_of
        self.pool = pool
        self.modules = 0
        self.given = {key: [] for key in places.values()}
        self.seen = {key: set() for key in places.values()}
        self.met = {key: 0 for key in places.values()}
        self.entries = {key: [] for key in places.values()}
        self.looked = {key: 0 for key in places.values()}
        self.entered = {}
        self.functions = {}
        self.random = random.Random(1)

    def note(self, key, frame):
        code, calls = self.plain_of(frame.f_code), self.given[key]
        if len(sys.modules) != self.modules:
            self.modules = len(sys.modules)
            keep_constants(self.root)
        if key not in self.functions:
            cells = {name: frame.f_locals[name] for name in code.co_freevars if name in frame.f_locals}
            self.functions[key] = (code, frame.f_globals, cells)
        self.note_entry(key, frame)
        # Of many calls, some of all times are kept: the first ones are of the first tests only.
        self.met[key] += 1
        at = len(calls) if len(calls) < KEPT else self.random.randrange(self.met[key])
        if at < KEPT:
            self.keep(key, at, names_of(code), frame)

    def keep(self, key, at, names, frame):
        calls = self.given[key]
        given = {name: frame.f_locals[name] for name in names if name in frame.f_locals}
        shape = Shape().of({k: v for k, v in given.items() if not hasattr(type(v), "__next__")})
        if shape in self.seen[key] or len(given) < len(names):
            return
        self.seen[key].add(shape)
        # A generator cannot be copied; what it will give is looked at in a fork, for a few calls.
        lazy = [name for name, value in given.items() if isinstance(value, types.GeneratorType)]
        if lazy and len(calls) >= PEEKED:
            return
        copied = duplicate({name: value for name, value in given.items() if name not in lazy})
        for name in lazy:
            copied[name] = iter(peek(given[name]))
        calls[at : at + 1] = [{name: copied[name] for name in names}]
        for value in copied.values():
            self.pool.keep(value, copied=True)

    def note_entry(self, key, frame):
        """Where a call comes from; of many, some of all times are kept."""
        self.looked[key] += 1
        if self.looked[key] > LOOKED:
            return
        outermost = entered(frame, self.is_entered)
        if outermost is None or self.entered.get(key) is outermost:
            return
        self.entered[key] = outermost
        entries = self.entries[key]
        at = len(entries) if len(entries) < ENTRIES else self.random.randrange(self.looked[key])
        if at >= ENTRIES:
            return
        with contextlib.suppress(Exception):
            entry = entry_of(outermost, self.plain_of(outermost.f_code))
            if entry is not None and entry.shape not in self.seen[key]:
                self.seen[key].add(entry.shape)
                entries[at : at + 1] = [entry]

    def add_uncalled(self):
        """Functions that no test has called, found among all that are loaded."""
        wanted = set(self.given) - set(self.functions)
        if not wanted:
            return
        for one in gc.get_objects():
            if not isinstance(one, types.FunctionType):
                continue
            code = one.__code__
            key = self.places.get((code.co_filename, code.co_firstlineno, code.co_name))
            if key in wanted and key not in self.functions:
                cells = {name: cell.cell_contents for name, cell in zip(code.co_freevars, one.__closure__ or ()) if filled(cell)}
                self.functions[key] = (code, one.__globals__, cells)


def filled(cell):
    try:
        cell.cell_contents
        return True
    except ValueError:
        return False
