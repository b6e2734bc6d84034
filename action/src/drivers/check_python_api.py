"""Reads imports and calls of the files named on the command line: do they agree with what the project's files define?"""

import ast
import os
import sys

BASES = ["", "src/"]


def load(path):
    with open(path, "rb") as source:
        return ast.parse(source.read(), path)


def module_file(name):
    for base in BASES:
        for path in (f"{base}{name.replace('.', '/')}.py", f"{base}{name.replace('.', '/')}/__init__.py"):
            if os.path.isfile(path):
                return path
    return None


def defined(tree):
    """Names that a module's own code gives, with the function where it is one; None: anything may be there."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            return None
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names[node.name] = None if node.name in names else node
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names.update({(alias.asname or alias.name).split(".")[0]: None for alias in node.names})
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names[node.id] = None
    return None if "__getattr__" in names else names


def imported(tree, path):
    """Names imported from files of the project: the name here, its file, its name there, the line."""
    package = os.path.dirname(path.removeprefix("src/")).replace("/", ".")
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        parts = package.split(".") if package else []
        base = parts[: len(parts) - node.level + 1] if node.level else []
        name = ".".join([*base, *([node.module] if node.module else [])])
        file = module_file(name)
        for alias in node.names if file else []:
            if alias.name != "*" and module_file(f"{name}.{alias.name}") is None:
                yield alias.asname or alias.name, file, alias.name, node.lineno


def stored_names(tree):
    """Names that are given values inside of functions or outside of them, and names of parameters."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return names | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


def misfit(call, function):
    """Why a call does not fit a function's parameters; None when it does, or nobody can tell."""
    spec = function.args
    if function.decorator_list or any(isinstance(one, ast.Starred) for one in call.args) or any(word.arg is None for word in call.keywords):
        return None
    positional = [one.arg for one in [*spec.posonlyargs, *spec.args]]
    given = {word.arg for word in call.keywords}
    if len(call.args) > len(positional) and spec.vararg is None:
        return f"takes {len(positional)} arguments, is given {len(call.args)}"
    unknown = given - {one.arg for one in [*spec.args, *spec.kwonlyargs]}
    if unknown and spec.kwarg is None:
        return f"has no parameter {sorted(unknown)[0]}"
    needed = positional[len(call.args) : len(positional) - len(spec.defaults)]
    missing = [name for name in needed if name not in given]
    return f"needs {missing[0]}" if missing else None


def check(path, modules):
    tree = load(path)
    functions = {}
    for local, file, name, line in imported(tree, path):
        if file not in modules:
            modules[file] = defined(load(file))
        names = modules[file]
        if names is None:
            continue
        if name not in names:
            yield f"{path}:{line}: {file} exports no {name}"
        elif isinstance(names[name], (ast.FunctionDef, ast.AsyncFunctionDef)):
            functions[local] = names[name]
    stored = stored_names(tree)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in functions and call.func.id not in stored:
            why = misfit(call, functions[call.func.id])
            if why is not None:
                yield f"{path}:{call.lineno}: {call.func.id} {why}"


found = [problem for path in sys.argv[1:] for problem in check(path, {})]
print("\n".join(found) or f"{len(sys.argv) - 1} files agree with what they import")
sys.exit(1 if found else 0)
