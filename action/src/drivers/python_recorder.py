"""Keeps the arguments with which functions of interest are called while tests run."""

import contextlib
import gc
import os
import random
import re
import sys
import time
import types

from python_telling import Tellers
from python_upstream import entered, entry_of, names_of
from python_values import Shape, duplicate, keep_constants, peek, shortened

KEPT = 80  # calls of one function
PEEKED = 8  # calls of one function with a generator
POOL = 80  # values of one type
SAMPLED = 3  # calls of each other function of the project: what they are given is like what functions that no test calls would be
GIVEN = 300  # results of one function of interest
ENTRIES = 150  # calls from outside the project that came to one function
LOOKED = 3000  # calls of one function of which it is looked where they come from
TEST = re.compile(r"/(tests?/|conftest\.py$|test_[^/]*\.py$)")
COPY_SECONDS = 20  # that copying arguments may take in all


class Recorder:
    """Calls of the functions whose code starts at the given places, each with a copy of its arguments."""

    def __init__(self, places, root, tests=()):
        self.root = root
        self.tests = {os.path.join(root, file) for file in tests}
        self.modules = 0
        self.places = places  # (file, first line, name) -> key
        self.keys = []  # of each function that tells of its calls, its key; None: one that is not asked for
        self.asks = []  # whether it still has to tell of its calls
        self.asks_back = []  # and of what it gives: one that yields gives much more often than it is called
        self.sampled = []  # calls of each
        self.given = []  # times that it has given something
        self.tellers = Tellers(self)
        self.calls = {key: [] for key in places.values()}
        self.seen = {key: set() for key in places.values()}
        self.entries = {key: [] for key in places.values()}
        self.looked = {key: 0 for key in places.values()}
        self.met = {key: 0 for key in places.values()}
        self.entered = {}
        self.random = random.Random(1)
        self.functions = {}
        self.pool = {}
        self.files = {place[0] for place in places}
        self.spent = 0.0
        self.busy = False

    def site_of(self, path, line, name):
        self.keys.append(self.places.get((path, line, name)))
        self.asks.append(True)
        self.asks_back.append(True)
        self.sampled.append(0)
        self.given.append(0)
        return len(self.keys) - 1

    def is_own(self, file):
        return file.startswith(self.root + os.sep) and file not in self.tests and "site-packages" not in file

    def is_entered(self, file):
        return self.is_own(file) and not TEST.search(file[len(self.root) :])

    def enter(self, site, frame):
        with self.at_work():
            key = self.keys[site]
            self.sample(site, frame) if key is None else self.note(key, frame, self.tellers.plain_of(frame.f_code))

    def leave(self, site, frame, value):
        self.given[site] += 1
        self.asks_back[site] = self.given[site] < (SAMPLED if self.keys[site] is None else GIVEN)
        with self.at_work():
            if self.keys[site] is None:
                self.sample_result(frame, value)
            else:
                self.keep(value)

    @contextlib.contextmanager
    def at_work(self):
        """What the copies of values call is not noted, and what they cannot do stops nobody."""
        self.busy, started = True, time.process_time()
        try:
            yield
        except Exception:
            pass
        finally:
            self.busy = False
            self.spent += time.process_time() - started
            if self.spent > COPY_SECONDS:
                self.hush()

    def hush(self):
        for asks in (self.asks, self.asks_back):
            asks[:] = [False] * len(asks)

    def note(self, key, frame, code):
        calls = self.calls[key]
        if len(sys.modules) != self.modules:
            self.modules = len(sys.modules)
            keep_constants(self.root)
        if key not in self.functions:
            self.functions[key] = (code, frame.f_globals, {name: frame.f_locals[name] for name in code.co_freevars if name in frame.f_locals})
        self.note_entry(key, frame)
        # Of many calls, some of all times are kept: the first ones are of the first tests only.
        self.met[key] += 1
        at = len(calls) if len(calls) < KEPT else self.random.randrange(self.met[key])
        if at >= KEPT:
            return
        names = names_of(code)
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
            self.keep(value, copied=True)

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
            entry = entry_of(outermost, self.tellers.plain_of(outermost.f_code))
            if entry is not None and entry.shape not in self.seen[key]:
                self.seen[key].add(entry.shape)
                entries[at : at + 1] = [entry]

    def sample(self, site, frame):
        """A few of the values that other functions of the project are given."""
        self.sampled[site] += 1
        self.asks[site] = self.sampled[site] < SAMPLED
        # An object that is being made is not one yet.
        if frame.f_code.co_name != "__init__":
            self.keep_given(frame)

    def sample_result(self, frame, value):
        """A few of those that they give."""
        name = frame.f_code.co_name
        if name == "<lambda>":  # tells nothing before its end
            self.keep_given(frame)
        self.keep(next(iter(frame.f_locals.values())) if name == "__init__" else value)

    def keep_given(self, frame):
        code = frame.f_code
        for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
            with contextlib.suppress(Exception):
                self.keep(frame.f_locals.get(name))

    def keep(self, value, copied=False):
        kind = type(value).__name__
        values = self.pool.setdefault(kind, [])
        if type(value) in (str, int, float, bytes) and value in values:
            return
        if len(values) < POOL and not isinstance(value, (types.GeneratorType, types.CoroutineType)):
            short = shortened(value)
            values.append(short if copied else duplicate(short))

    def missing(self):
        """Functions that no test has called, found among all that are loaded."""
        wanted = set(self.calls) - set(self.functions)
        if not wanted:
            return
        for one in gc.get_objects():
            if not isinstance(one, types.FunctionType):
                continue
            code = one.__code__
            key = self.places.get((code.co_filename, code.co_firstlineno, code.co_name))
            if key in wanted and key not in self.functions:
                cells = {name: cell.cell_contents for name, cell in zip(one.__code__.co_freevars, one.__closure__ or ()) if filled(cell)}
                self.functions[key] = (one.__code__, one.__globals__, cells)


def filled(cell):
    try:
        cell.cell_contents
        return True
    except ValueError:
        return False
