"""Runs test files under the recorder, and loads what they did not load."""

import contextlib
import importlib
import io
import os
import signal
import sys
import unittest

from mge_python.recording.recorder import Recorder
from mge_python.values.constants import keep_constants


class Late(KeyboardInterrupt):
    """The tests did not end within the time of the recording; no runner of tests goes on after this."""


def record(root, files, runner, places, seconds):
    """Whatever the tests do, what was recorded stays."""
    recorder = Recorder(places, root, files)
    quiet = io.StringIO()

    def overtime(*_):
        raise Late

    signal.signal(signal.SIGALRM, overtime)
    with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        with contextlib.suppress(BaseException), recorder.tellers:
            try:
                signal.setitimer(signal.ITIMER_REAL, seconds)
                run_tests(root, files, runner)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        for file in sorted(recorder.files):
            load_module(root, file)
    keep_constants(root)
    recorder.calls.add_uncalled()
    return recorder


def run_tests(root, files, runner):
    if runner == "pytest":
        import pytest

        pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--rootdir", root, *files])
        return
    for file in files:
        try:
            name = os.path.splitext(file)[0].replace("/", ".")
            unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromName(name))
        except Late:
            raise
        except BaseException:
            continue


def load_module(root, file):
    """Imports a file that no test has loaded."""
    path = os.path.join(root, file)
    if any(getattr(module, "__file__", None) == path for module in list(sys.modules.values())):
        return
    for base in (os.path.join(root, "src"), root):
        inside = os.path.relpath(path, base)
        if not inside.startswith(".."):
            with contextlib.suppress(BaseException):
                importlib.import_module(os.path.splitext(inside)[0].replace("/", ".").removesuffix(".__init__"))
                return
