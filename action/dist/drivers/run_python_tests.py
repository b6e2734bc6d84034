"""Runs test files in this one process and reports each case to the judge, a line each."""

import json
import os
import sys

sys.dont_write_bytecode = True
REQUEST = json.load(sys.stdin)

from mge_python.judging.assertions import harden_assertions  # noqa: E402
from mge_python.judging.channel import create_report, create_tell  # noqa: E402
from mge_python.judging.pytest_runner import Plugin, deciding, run_pytest  # noqa: E402
from mge_python.judging.seal import Seal  # noqa: E402
from mge_python.judging.stubs import THROWN, note_stubs  # noqa: E402
from mge_python.judging.unittest_runner import DECIDING, Result, run_unittest  # noqa: E402

report = create_report(REQUEST.pop("nonce"), os.dup(1))
leave = os._exit
os.dup2(2, 1)  # what tests print goes to standard error
ROOT = os.getcwd()
# Only now: a project may have files of the same names.
sys.path[:0] = [ROOT, os.path.join(ROOT, "src")]

note_stubs()
harden_assertions()
is_pytest = REQUEST["runner"] == "pytest"
seal = Seal([*DECIDING, *(deciding() if is_pytest else []), Result, Plugin])
run = run_pytest if is_pytest else run_unittest
passed = run(ROOT, REQUEST["files"], create_tell(report, THROWN), THROWN, seal)
changed = seal.broken()
if changed is None:
    report(end=True)
else:
    print(f"the code under test has replaced {changed}", file=sys.stderr)
sys.stderr.flush()
leave(0 if passed else 1)
