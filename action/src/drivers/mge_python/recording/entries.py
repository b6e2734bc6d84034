"""Calls with which tests enter the project, kept so that they can be made again with other values."""

import copy
import itertools
import types

from mge_python.functions import call, make_function, names_of, run_coroutine
from mge_python.values.copies import duplicate
from mge_python.values.iterators import ITEMS
from mge_python.values.shape import Shape

VARIED = (str, bytes, int, float, list, tuple, dict, set)


class Entry:
    """A call from outside the project in whose course the function was called."""

    def __init__(self, frame, code, names, given):
        self.code = code
        self.scope = frame.f_globals
        self.cells = {name: frame.f_locals[name] for name in self.code.co_freevars if name in frame.f_locals}
        self.given = given
        self.names = [name for name in names if isinstance(given[name], VARIED)]
        self.shape = f"{self.code.co_name} {Shape().of(given)}"

    def like(self, given):
        made = copy.copy(self)
        made.given = given
        return made

    def perform(self):
        result = call(make_function(self.code, self.scope, self.cells), self.code, duplicate(self.given))
        if isinstance(result, types.CoroutineType):
            run_coroutine(result)
        if isinstance(result, types.GeneratorType):
            for _ in itertools.islice(result, ITEMS):
                pass


def entered(frame, is_entered):
    """The outermost call of the project on the stack of a frame; None where it is that frame itself."""
    outermost, around = None, frame.f_back
    while around is not None:
        if is_entered(around.f_code.co_filename):
            outermost = around
        around = around.f_back
    return outermost


def entry_of(outermost, code):
    """A call of that code that can be made again with other values; None where it is given none that could be others."""
    names = names_of(outermost.f_code)
    if any(name not in outermost.f_locals for name in names):
        return None
    entry = Entry(outermost, code, names, duplicate({name: outermost.f_locals[name] for name in names}))
    return entry if entry.names else None
