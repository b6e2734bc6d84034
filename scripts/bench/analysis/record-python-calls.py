"""Records which function of a project calls which while its tests run.

    python3 record-python-calls.py OUT ROOT TEST…

runs unittest modules (or, where a TEST is a path, pytest on all of them) and writes {"caller": ["callee", …]} to OUT, for
functions of files under ROOT. Names are dotted paths from ROOT as `mge graph` writes them; lambdas and comprehensions belong
to the function around them.
"""
import json
import os
import re
import sys
import threading
import types
import unittest

out, root, tests = sys.argv[1], os.path.realpath(sys.argv[2]) + os.sep, sys.argv[3:]
sys.path.insert(0, root)
sys.argv = sys.argv[:1]
for name in os.listdir(root):
    sys.modules.pop(name.removesuffix(".py"), None)  # Also what the test runner itself has loaded.
edges = {}
names = {}
GENERATOR = 0x20


def name_of(code):
    if code not in names:
        names[code] = None
        path = os.path.realpath(code.co_filename)
        if path.startswith(root) and not code.co_filename.startswith("<"):
            module = re.sub(r"(/__init__)?\.py$", "", path[len(root):]).replace("/", ".")
            inside = [part for part in code.co_qualname.split(".") if not part.startswith("<")]
            names[code] = ".".join([module, *inside])
    return names[code]


def record(frame, event, _):
    if event != "call" or frame.f_code.co_name in ("<module>",) or frame.f_back is None:
        return
    if frame.f_code.co_flags & GENERATOR:
        return  # It runs when it is asked for an element, not where it is called.
    note(frame.f_back.f_code, frame.f_code)


def record_generator(caller, _, called, __):
    code = getattr(getattr(called, "__func__", called), "__code__", None)
    if isinstance(code, types.CodeType) and code.co_flags & GENERATOR:
        note(caller, code)


def note(caller_code, callee_code):
    callee = name_of(callee_code)
    if callee is None:
        return
    caller = name_of(caller_code)
    if caller is not None and caller != callee:
        edges.setdefault(caller, set()).add(callee)


def watch_generators():
    """From Python 3.13 on the interpreter says what is called where (3.12 leaves out calls with `*args`); before, calls of generators are not recorded."""
    monitoring = getattr(sys, "monitoring", None)
    if monitoring is None:
        return
    monitoring.use_tool_id(monitoring.PROFILER_ID, "calls")
    monitoring.register_callback(monitoring.PROFILER_ID, monitoring.events.CALL, record_generator)
    monitoring.set_events(monitoring.PROFILER_ID, monitoring.events.CALL)


def run_unittest():
    result = unittest.TextTestRunner(verbosity=0, stream=open(os.devnull, "w")).run(
        unittest.defaultTestLoader.loadTestsFromNames(tests)
    )
    print(f"{result.testsRun} tests, {len(result.errors)} errors, {len(result.failures)} failures", file=sys.stderr)


def run_pytest():
    import pytest

    pytest.main(["-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:warnings", *tests])


watch_generators()
threading.setprofile(record)
sys.setprofile(record)
run_pytest() if any(os.path.exists(test) for test in tests) else run_unittest()
sys.setprofile(None)
with open(out, "w") as file:
    json.dump({caller: sorted(callees) for caller, callees in sorted(edges.items())}, file, indent=1)
