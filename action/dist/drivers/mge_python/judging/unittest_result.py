"""What comes of unittest's cases, told to the judge."""

import functools
import sys
import traceback
import unittest

__unittest = True  # frames of this file are left out of what unittest shows


BODY = "the body was called"


class Teller:
    """Tells of the cases of one file after the other."""

    def __init__(self, tell, thrown):
        self.tell = tell
        self.thrown = thrown
        self.file = None
        self.heard = []  # of the running case: that its body was called, its outcomes, and the errors that were told

    def begin(self):
        self.thrown.clear()
        self.heard.clear()

    def say(self, test, outcome, *more):
        self.heard.append(outcome)
        self.tell(self.file, name_of(test), outcome, *more)

    def say_error(self, test, err):
        """An error is told once, however often it is heard of."""
        kind, error, trace = err
        if not any(one is error for one in self.heard):
            self.heard.append(error)
            detail = "".join(traceback.format_exception(kind, error, trace))
            self.say(test, "failed", f"{kind.__name__}: {error}", detail, frame_line(trace, self.file))


def watch_bodies(owner, teller, check):
    """
    What the body of a test raises is told from the frame that calls it, before anything that the tested code can reach may forget it.
    `check`: raises when something that decides was replaced.
    """
    call, skip, say_error, called = owner._callTestMethod, unittest.SkipTest, teller.say_error, teller.heard.append

    @functools.wraps(call)
    def watched(self, method):
        try:
            check()
            call(self, method)
            check()
            called(BODY)
        except (skip, KeyboardInterrupt):
            raise
        except BaseException:
            if not expects_failure(self) and not expects_failure(method):
                say_error(self, sys.exc_info())
            raise

    owner._callTestMethod = watched


def expects_failure(test):
    return getattr(test, "__unittest_expecting_failure__", False)


def create_result_class(teller, seal):
    """Its methods keep what they need to themselves: the tested code can get hold of a result."""
    say, say_error, begin, heard = teller.say, teller.say_error, teller.begin, teller.heard

    class Result(unittest.TestResult):
        def startTest(self, test):
            super().startTest(test)
            begin()

        def addSuccess(self, test):
            changed = seal.broken()
            if changed is None and BODY in heard:
                say(test, "passed")
            else:
                self.errors.append((test, changed))
                say(test, "failed", f"the code under test has replaced {changed or 'what calls the test'}")

        def addSkip(self, test, reason):
            say(test, "skipped", str(reason))

        def addFailure(self, test, err):
            super().addFailure(test, err)
            say_error(test, err)

        def addError(self, test, err):
            super().addError(test, err)
            say_error(test, err)

        def addSubTest(self, test, subtest, err):
            if err is not None:
                self.addFailure(subtest, err)

        def addExpectedFailure(self, test, err):
            say(test, "skipped", "expected failure")

        def addUnexpectedSuccess(self, test):
            super().addUnexpectedSuccess(test)
            say(test, "failed", "unexpected success")

        def stopTest(self, test):
            super().stopTest(test)
            if not heard:
                say(test, "failed", "the test ended without an outcome")

    seal.keep([Result])
    return Result


def name_of(test):
    whole = getattr(test, "test_case", test)  # of a part of a test
    name = whole.id() if hasattr(whole, "id") else str(whole)
    part = test._subDescription() if whole is not test else ""
    return " ".join([".".join(name.split(".")[-2:]), part]).strip()


def frame_line(trace, file):
    lines = [frame.lineno for frame in traceback.extract_tb(trace) if frame.filename.endswith(file)]
    return lines[-1] if lines else None
