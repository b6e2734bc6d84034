"""Test files of unittest, run one after the other."""

import importlib.util
import os
import sys
import traceback
import unittest

DECIDING = [unittest.TestCase, unittest.TestResult, unittest.TestSuite, unittest.suite.BaseTestSuite, unittest.TestLoader]


class Result(unittest.TestResult):
    """Reports to the judge what comes of the cases of one file."""

    def __init__(self, file, tell, thrown, seal):
        super().__init__()
        self.file = file
        self.tell = tell
        self.thrown = thrown
        self.seal = seal

    def startTest(self, test):
        super().startTest(test)
        self.thrown.clear()

    def addSuccess(self, test):
        changed = self.seal.broken()
        if changed is None:
            self.tell(self.file, name_of(test), "passed")
        else:
            self.errors.append((test, changed))
            self.tell(self.file, name_of(test), "failed", f"the code under test has replaced {changed}")

    def addSkip(self, test, reason):
        self.tell(self.file, name_of(test), "skipped", str(reason))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.tell_error(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.tell_error(test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.addFailure(subtest, err)

    def addExpectedFailure(self, test, err):
        self.tell(self.file, name_of(test), "skipped", "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.tell(self.file, name_of(test), "failed", "unexpected success")

    def tell_error(self, test, err):
        kind, error, trace = err
        detail = "".join(traceback.format_exception(kind, error, trace))
        self.tell(self.file, name_of(test), "failed", f"{kind.__name__}: {error}", detail, frame_line(trace, self.file))


def name_of(test):
    name = test.id() if hasattr(test, "id") else str(test)
    return ".".join(name.split(".")[-2:])


def frame_line(trace, file):
    lines = [frame.lineno for frame in traceback.extract_tb(trace) if frame.filename.endswith(file)]
    return lines[-1] if lines else None


def load(root, file):
    name = os.path.splitext(file)[0].replace("/", ".")
    spec = importlib.util.spec_from_file_location(name, os.path.join(root, file))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def run_unittest(root, files, tell, thrown, seal):
    """Whether all cases passed."""
    good = True
    for file in files:
        result = Result(file, tell, thrown, seal)
        thrown.clear()
        try:
            suite = unittest.defaultTestLoader.loadTestsFromModule(load(root, file))
        except BaseException as error:
            tell(file, "(loading the file)", "failed", f"{type(error).__name__}: {error}", traceback.format_exc())
            good = False
            continue
        suite.run(result)
        good = good and result.wasSuccessful()
    return good
