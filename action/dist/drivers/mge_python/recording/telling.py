"""
Puts into the functions of a file, before it is run, calls that tell of theirs: a profiler would be asked at every call of anything,
and most calls are those of the test runner.
"""

import ast

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


def first_line(node):
    return min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
