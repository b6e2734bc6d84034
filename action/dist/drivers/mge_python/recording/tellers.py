"""Functions of a project that tell of their calls while its tests run."""

import ast
import builtins
import gc
import sys
import threading
import types
import warnings
from importlib.machinery import SourceFileLoader

from mge_python.recording.telling import ENTER, LEAVE, Telling, first_line


class Tellers:
    """
    While it is entered, files are loaded with functions that tell `recorder.enter(site, frame)` and `recorder.leave(site, frame,
    value)`, as long as `recorder.sites.asks[site]` and `.asks_back[site]`; `recorder.sites.add(path, line, name)` gives a function its
    number. Afterwards all functions have the code of their text again.
    """

    def __init__(self, recorder):
        self.recorder = recorder
        self.plain = {}  # by the identity of a code that tells: that code, and the one of the text alone

    def __enter__(self):
        usual = SourceFileLoader.get_code
        SourceFileLoader.get_code = lambda loader, name: self.code_of(loader, usual(loader, name))
        recorder, thread, getframe = self.recorder, threading.get_ident(), sys._getframe
        asks, asks_back = recorder.sites.asks, recorder.sites.asks_back

        def enter(site):
            if asks[site] and not recorder.busy and threading.get_ident() == thread:
                recorder.enter(site, getframe(1))

        def leave(site, value):
            if asks_back[site] and not recorder.busy and threading.get_ident() == thread:
                recorder.leave(site, getframe(1), value)
            return value

        setattr(builtins, ENTER, enter)
        setattr(builtins, LEAVE, leave)
        return self

    def __exit__(self, *_):
        # What still runs may go on telling: nobody listens any more.
        self.recorder.sites.hush()
        del SourceFileLoader.get_code
        for one in gc.get_objects():
            if type(one) is types.FunctionType:
                plain = self.plain_of(one.__code__)
                if plain is not one.__code__:
                    one.__code__ = plain

    def plain_of(self, code):
        return self.plain.get(id(code), (code, code))[1]

    def code_of(self, loader, code):
        path = code.co_filename
        if not self.recorder.is_own(path):
            return code
        try:
            tree = ast.parse(loader.get_data(path))
            add = self.recorder.sites.add
            telling = Telling(lambda node: add(path, first_line(node), getattr(node, "name", "<lambda>")))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # they were given for the code itself
                made = compile(ast.fix_missing_locations(telling.visit(tree)), path, "exec", dont_inherit=True)
            pairs = list(paired(made, code))
        except Exception:
            return code
        self.plain.update((id(one), (one, plain)) for one, plain in pairs)
        return made


def paired(made, plain):
    """Codes of the same functions. Raises where they do not correspond."""
    inner = [[one for one in code.co_consts if isinstance(one, types.CodeType)] for code in (made, plain)]
    is_same = [one.co_name for one in inner[0]] == [one.co_name for one in inner[1]]
    if not is_same or (made.co_freevars, made.co_varnames) != (plain.co_freevars, plain.co_varnames):
        raise ValueError("another code")
    yield made, plain
    for pair in zip(*inner):
        yield from paired(*pair)
