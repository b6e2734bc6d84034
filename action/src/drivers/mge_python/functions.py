"""Functions made of trees, and called with all that they take."""

import ast
import inspect
import types


class Overtime(BaseException):
    """The time of one call is up."""


def code_of(node, name, filename, flags):
    """The code of a function's tree; classes around it are put up so that `super()` and private names mean the same."""
    node.decorator_list = []
    # Values of parameters are no code of the function itself.
    raises = raise_lines(node)
    tree = ast.Module([node], [])
    *classes, _ = name.split(".")
    for around in reversed(classes):
        owner = ast.ClassDef(name=around, bases=[], keywords=[], body=tree.body, decorator_list=[], lineno=1, col_offset=0)
        tree = ast.Module([owner], [])
    ast.fix_missing_locations(tree)
    code = compile(tree, filename, "exec", flags & 0x1FF0000, dont_inherit=True)
    for part in [*classes, node.name]:
        code = next(one for one in code.co_consts if isinstance(one, types.CodeType) and one.co_name == part)
    return code, raises


def raise_lines(node):
    raises = [one for one in ast.walk(node) if isinstance(one, ast.Raise)]
    return {line for one in raises for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}


def make_function(code, scope, cells):
    closure = tuple(types.CellType(cells[name]) if name in cells else types.CellType() for name in code.co_freevars)
    return types.FunctionType(code, scope, code.co_name, None, closure)


def call(function, code, given):
    """Calls with everything in its place: no default is left to be filled in."""
    values = list(given.values())
    count = code.co_argcount
    words = values[:count]
    kwonly = code.co_varnames[count : count + code.co_kwonlyargcount]
    named = dict(zip(kwonly, values[count : count + len(kwonly)]))
    rest = values[count + len(kwonly) :]
    if takes_words(code):
        words += list(rest.pop(0)) if rest else []
    if takes_named_words(code):
        named.update(rest.pop(0) if rest else {})
    return function(*words, **named)


def names_of(code):
    """What a function calls all that it takes."""
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + takes_words(code) + takes_named_words(code)]


def takes_words(code):
    """Whether it has a parameter like `*words`."""
    return bool(code.co_flags & inspect.CO_VARARGS)


def takes_named_words(code):
    """Whether it has a parameter like `**words`."""
    return bool(code.co_flags & inspect.CO_VARKEYWORDS)


def run_coroutine(coroutine):
    import asyncio

    return asyncio.run(asyncio.wait_for(coroutine, 1))
