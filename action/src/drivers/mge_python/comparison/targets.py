"""The functions that are asked for, read in the present files."""

import ast
import os

MODULE = "(module)"  # instead of a function's name: what a file's own code gives to its names
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BLOCKS = ("body", "orelse", "finalbody")


def read_targets(targets, root, report):
    """
    Gives each target its `node` and the `hints` of its parameters; one that cannot be found is told and left out. Answers with the keys
    by file, first line and name.
    """
    places = {}
    for target in targets:
        if target["name"] == MODULE:
            continue
        path = os.path.join(root, target["file"])
        node = function_node(tree_of(path), target["name"].split("."))
        if not isinstance(node, FUNCTIONS):
            report(kind="skipped", key=target["key"], reason="it is not in its file")
            continue
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        target["node"] = node
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        target["hints"] = {one.arg: ast.unparse(one.annotation) for one in arguments if one.annotation is not None}
        places[(path, first, node.name)] = target["key"]
        places[(path, node.lineno, node.name)] = target["key"]
    return places


def tree_of(path):
    try:
        with open(path, encoding="utf-8") as source:
            return ast.parse(source.read())
    except (OSError, SyntaxError, ValueError):
        return ast.Module([], [])


def function_node(tree, path):
    """The function of that dotted name; `name#2` is the second one of it."""
    for part in path:
        name, _, number = part.partition("#")
        statements = walk_blocks(getattr(tree, "body", []))
        found = [node for node in statements if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and node.name == name]
        if len(found) < int(number or 1):
            return None
        tree = found[int(number or 1) - 1] if isinstance(found[0], FUNCTIONS) else found[-1]
    return tree


def walk_blocks(body):
    """Statements of a block and of the compound statements in it, but not of functions and classes."""
    for node in body:
        yield node
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            for field in BLOCKS:
                yield from walk_blocks(getattr(node, field, []))
            for handler in getattr(node, "handlers", []):
                yield from walk_blocks(handler.body)
