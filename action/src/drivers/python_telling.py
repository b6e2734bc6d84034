"""
Functions of a project that tell of their calls while its tests run. The telling is put into their text when a file is loaded:
a profiler would be asked at every call of anything, and most calls are those of the test runner.
"""

import ast
import builtins
import gc
import sys
import threading
import types
import warnings
from importlib.machinery import SourceFileLoader

ENTER = "_mge_enter"
LEAVE = "_mge_leave"


class Telling(ast.NodeTransformer):
    """Puts into each function a call at its beginning, and others around what it gives. `site_of(node)`: its number, or None."""

    def __init__(self, site_of):
        self.site_of = site_of
        self.sites = [None]

    def visit_function(self, node):
        site = self.site_of(node)
        self.sites.append(site)
        # Defaults, decorators and annotations are run outside of it.
        node.body = [self.visit(one) for one in node.body]
        self.sites.pop()
        if site is None:
            return node
        head = 1 if ast.get_docstring(node, clean=False) is not None else 0
        begun = ast.copy_location(ast.Expr(told(ENTER, site)), node)
        ended = [ast.copy_location(ast.Expr(told(LEAVE, site, ast.Constant(None))), node)] if node.name == "__init__" else []
        node.body = [*node.body[:head], begun, *node.body[head:], *ended]
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_function

    def visit_Lambda(self, node):
        self.sites.append(self.site_of(node))
        node.body = self.given(self.visit(node.body))
        self.sites.pop()
        return node

    def visit_giving(self, node):
        self.generic_visit(node)
        node.value = self.given(node.value)
        return node

    visit_Return = visit_Yield = visit_giving

    def given(self, value):
        if value is None or self.sites[-1] is None:
            return value
        return ast.copy_location(told(LEAVE, self.sites[-1], value), value)


def told(name, site, *values):
    return ast.Call(ast.Name(name, ast.Load()), [ast.Constant(site), *values], [])


class Tellers:
    """
    While it is entered, files are loaded with functions that tell `recorder.enter(site, frame)` and `recorder.leave(site, frame,
    value)`, as long as `recorder.asks[site]` and `recorder.asks_back[site]`; `recorder.site_of(path, line, name)` gives a function's number, or None. Afterwards all
    functions have the code of their text again.
    """

    def __init__(self, recorder):
        self.recorder = recorder
        self.plain = {}  # by the identity of a code that tells: that code, and the one of the text alone

    def __enter__(self):
        usual = SourceFileLoader.get_code
        SourceFileLoader.get_code = lambda loader, name: self.code_of(loader, usual(loader, name))
        recorder, thread, getframe = self.recorder, threading.get_ident(), sys._getframe
        asks, asks_back = recorder.asks, recorder.asks_back

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
        self.recorder.hush()
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
            telling = Telling(lambda node: self.recorder.site_of(path, first_line(node), getattr(node, "name", "<lambda>")))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # they were given for the code itself
                made = compile(ast.fix_missing_locations(telling.visit(tree)), path, "exec", dont_inherit=True)
            pairs = list(paired(made, code))
        except Exception:
            return code
        self.plain.update((id(one), (one, plain)) for one, plain in pairs)
        return made


def first_line(node):
    return min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])


def paired(made, plain):
    """Codes of the same functions. Raises where they do not correspond."""
    inner = [[one for one in code.co_consts if isinstance(one, types.CodeType)] for code in (made, plain)]
    if [one.co_name for one in inner[0]] != [one.co_name for one in inner[1]] or (made.co_freevars, made.co_varnames) != (plain.co_freevars, plain.co_varnames):
        raise ValueError("another code")
    yield made, plain
    for pair in zip(*inner):
        yield from paired(*pair)
