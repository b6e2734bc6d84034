"""Records which function of a project calls which while its tests run.

    python3 record-python-calls.py OUT ROOT MODULE…

runs the unittest modules and writes {"caller": ["callee", …]} to OUT, for functions of files under ROOT. Names are dotted paths
from ROOT as `mge graph` writes them; lambdas and comprehensions belong to the function around them.
"""
import json
import os
import re
import sys
import threading
import unittest

out, root, modules = sys.argv[1], os.path.realpath(sys.argv[2]) + os.sep, sys.argv[3:]
sys.path.insert(0, root)
sys.argv = sys.argv[:1]
for name in os.listdir(root):
    sys.modules.pop(name.removesuffix(".py"), None)  # Also what the test runner itself has loaded.
edges = {}
names = {}


def name_of(code):
    if code not in names:
        names[code] = None
        path = os.path.realpath(code.co_filename)
        if path.startswith(root):
            module = re.sub(r"(/__init__)?\.py$", "", path[len(root):]).replace("/", ".")
            inside = [part for part in code.co_qualname.split(".") if not part.startswith("<")]
            names[code] = ".".join([module, *inside])
    return names[code]


def record(frame, event, _):
    if event != "call" or frame.f_code.co_name in ("<module>",) or frame.f_back is None:
        return
    if frame.f_code.co_flags & 0x20:
        return  # A generator runs when it is asked for an element, not where it is called.
    callee = name_of(frame.f_code)
    if callee is None:
        return
    caller = name_of(frame.f_back.f_code)
    if caller is not None and caller != callee:
        edges.setdefault(caller, set()).add(callee)


suite = unittest.defaultTestLoader.loadTestsFromNames(modules)
threading.setprofile(record)
sys.setprofile(record)
result = unittest.TextTestRunner(verbosity=0, stream=open(os.devnull, "w")).run(suite)
sys.setprofile(None)
print(f"{result.testsRun} tests, {len(result.errors)} errors, {len(result.failures)} failures", file=sys.stderr)
with open(out, "w") as file:
    json.dump({caller: sorted(callees) for caller, callees in sorted(edges.items())}, file, indent=1)
