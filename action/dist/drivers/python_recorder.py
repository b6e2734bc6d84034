"""Runs test files and keeps the arguments with which functions of interest are called."""

import contextlib
import gc
import importlib
import io
import os
import random
import re
import signal
import sys
import time
import types
import unittest

from python_upstream import entered, entry_of, names_of
from python_values import Shape, duplicate, keep_constants, peek

KEPT = 80  # calls of one function
PEEKED = 8  # calls of one function with a generator
POOL = 80  # values of one type
SAMPLED = 3  # calls of each other function of the project: what they are given is like what functions that no test calls would be
ENTRIES = 150  # calls from outside the project that came to one function
LOOKED = 3000  # calls of one function of which it is looked where they come from
TEST = re.compile(r"/(tests?/|conftest\.py$|test_[^/]*\.py$)")
OTHER = object()
COPY_SECONDS = 20  # that copying arguments may take in all


class Recorder:
    """Calls of the functions whose code starts at the given places, each with a copy of its arguments."""

    def __init__(self, places, root, tests=()):
        self.root = root
        self.tests = {os.path.join(root, file) for file in tests}
        self.sampled = {}
        self.modules = 0
        self.places = places  # (file, first line, name) -> key
        self.codes = {}
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

    def key_of(self, code):
        if code not in self.codes:
            name = (code.co_filename, code.co_firstlineno, code.co_name)
            self.codes[code] = self.places.get(name, OTHER if self.is_own(code.co_filename) else None)
        return self.codes[code]

    def is_own(self, file):
        return file.startswith(self.root + os.sep) and file not in self.tests and "site-packages" not in file

    def is_entered(self, file):
        return self.is_own(file) and not TEST.search(file[len(self.root) :])

    def profile(self, frame, event, value):
        if self.busy or event not in ("call", "return"):
            return
        code = frame.f_code
        key = self.key_of(code)
        if key is None or self.spent > COPY_SECONDS:
            return
        self.busy = True
        started = time.process_time()
        try:
            if key is OTHER:
                self.sample(frame, event, value, code)
            elif event == "call":
                self.note(key, frame, code)
            else:
                self.keep(value)
        except Exception:
            pass
        finally:
            self.busy = False
            self.spent += time.process_time() - started

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
            entry = entry_of(outermost)
            if entry is not None and entry.shape not in self.seen[key]:
                self.seen[key].add(entry.shape)
                entries[at : at + 1] = [entry]

    def sample(self, frame, event, value, code):
        """A few of the values that other functions of the project are given and give."""
        count = self.sampled[code] = self.sampled.get(code, 0) + (event == "call")
        if count >= SAMPLED and event == "return":
            self.codes[code] = None
        given = [frame.f_locals.get(name) for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]]
        # An object that is being made is not one yet.
        for one in [value] if event == "return" else [] if code.co_name == "__init__" else given:
            with contextlib.suppress(Exception):
                self.keep(one)
        if event == "return" and code.co_name == "__init__" and given:
            self.keep(given[0])

    def keep(self, value, copied=False):
        kind = type(value).__name__
        values = self.pool.setdefault(kind, [])
        if type(value) in (str, int, float, bytes) and value in values:
            return
        if len(values) < POOL and not isinstance(value, (types.GeneratorType, types.CoroutineType)):
            values.append(value if copied else duplicate(value))

    def missing(self):
        """Functions that no test has called, found among all that are loaded."""
        wanted = set(self.calls) - set(self.functions)
        if not wanted:
            return
        for one in gc.get_objects():
            if not isinstance(one, types.FunctionType):
                continue
            key = self.key_of(one.__code__)
            if key is not OTHER and key in wanted and key not in self.functions:
                cells = {name: cell.cell_contents for name, cell in zip(one.__code__.co_freevars, one.__closure__ or ()) if filled(cell)}
                self.functions[key] = (one.__code__, one.__globals__, cells)


def filled(cell):
    try:
        cell.cell_contents
        return True
    except ValueError:
        return False


def record(root, files, runner, places, seconds):
    """Runs the tests under the recorder; whatever they do, what was recorded stays."""
    recorder = Recorder(places, root, files)
    quiet = io.StringIO()
    known, unknown = recorder.codes, object()

    def watch(frame, event, value):
        # Called for every call of anything: most of them are of no interest, and leave at once.
        if known.get(frame.f_code, unknown) is not None:
            recorder.profile(frame, event, value)

    def overtime(*_):
        sys.setprofile(None)
        raise TimeoutError("the tests did not end within the time of the recording")

    signal.signal(signal.SIGALRM, overtime)
    signal.setitimer(signal.ITIMER_REAL, seconds)

    with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        sys.setprofile(watch)
        try:
            run_tests(root, files, runner)
        except BaseException:
            pass
        finally:
            sys.setprofile(None)
            signal.setitimer(signal.ITIMER_REAL, 0)
        for file in sorted(recorder.files):
            load_module(root, file)
    keep_constants(root)
    recorder.missing()
    return recorder


def run_tests(root, files, runner):
    if runner == "pytest":
        import pytest

        pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--rootdir", root, *files])
        return
    for file in files:
        try:
            name = os.path.splitext(file)[0].replace("/", ".")
            unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromName(name))
        except BaseException:
            continue


def load_module(root, file):
    """Imports a file that no test has loaded."""
    path = os.path.join(root, file)
    if any(getattr(module, "__file__", None) == path for module in list(sys.modules.values())):
        return
    for base in (os.path.join(root, "src"), root):
        inside = os.path.relpath(path, base)
        if not inside.startswith(".."):
            with contextlib.suppress(BaseException):
                importlib.import_module(os.path.splitext(inside)[0].replace("/", ".").removesuffix(".__init__"))
                return
