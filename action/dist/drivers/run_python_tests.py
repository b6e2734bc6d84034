"""Runs test files in this one process and reports each case to the judge, a line each."""

import json
import os
import sys

sys.dont_write_bytecode = True

from mge_python.judging.assertions import harden_assertions  # noqa: E402
from mge_python.judging.channel import create_report, create_tell  # noqa: E402
from mge_python.judging.pytest_runner import run_pytest  # noqa: E402
from mge_python.judging.seal import Seal  # noqa: E402
from mge_python.judging.stubs import THROWN, note_stubs  # noqa: E402
from mge_python.judging.unittest_runner import run_unittest  # noqa: E402


def run(request, report):
    """Whether all cases passed, and what judged them."""
    root = os.getcwd()
    # Only now: a project may have files of the same names.
    sys.path[:0] = [root, os.path.join(root, "src")]
    note_stubs()
    seal = Seal()
    harden_assertions(seal.check)
    runner = run_pytest if request["runner"] == "pytest" else run_unittest
    return runner(root, request["files"], create_tell(report, THROWN), THROWN, seal), seal


def finish(closing, ran, report, leave):
    passed, seal = ran
    changed = seal.broken()
    if changed is None:
        report(end=True, closing=closing)
    else:
        print(f"the code under test has replaced {changed}", file=sys.stderr)
    sys.stderr.flush()
    leave(0 if passed else 1)


def main():
    request = json.load(sys.stdin)
    report = create_report(request.pop("nonce"), os.dup(1))
    leave = os._exit
    os.dup2(2, 1)  # what tests print goes to standard error
    # The word that ends a run is on no name while tests run, in no closure and no container: only on this frame's own stack,
    # which no Python code can read. Who leaves early, or finds `report`, has no way to say it.
    finish(request.pop("closing"), run(request, report), report, leave)


main()
