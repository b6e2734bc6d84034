"""Test files of unittest, run one after the other."""

import importlib.util
import os
import sys
import traceback
import unittest
import unittest.case

from mge_python.judging.seal import functions_of
from mge_python.judging.unittest_result import Teller, create_result_class, watch_bodies


def deciding(root, files):
    """What decides over tests; what unittest loads only when it is asked for, when these files speak of it."""
    words = b"".join(source_of(os.path.join(root, file)) for file in files)
    owners = [unittest.TestCase, unittest.TestResult, unittest.TestSuite, unittest.suite.BaseTestSuite, unittest.TestLoader]
    owners += [unittest.case, unittest.case._Outcome]
    if b"mock" in words:
        from unittest.mock import CallableMixin, NonCallableMock

        owners += [NonCallableMock, CallableMixin]
    if b"IsolatedAsyncio" in words:
        owners.append(unittest.IsolatedAsyncioTestCase)
    return owners


def source_of(file):
    try:
        with open(file, "rb") as source:
            return source.read()
    except OSError:
        return b""


def load(root, file):
    name = os.path.splitext(file)[0].replace("/", ".")
    spec = importlib.util.spec_from_file_location(name, os.path.join(root, file))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def keep_cases(module, seal):
    """A class of tests may have assertions and ways to run of its own, from the start."""
    for owner in vars(module).values():
        if isinstance(owner, type) and issubclass(owner, unittest.TestCase) and owner is not unittest.TestCase:
            tests = [name for name in vars(owner) if name.startswith("test")]
            seal.keep_names(owner, [*functions_of(unittest.TestCase), *tests])


def run_unittest(root, files, tell, thrown, seal):
    """Whether all cases passed."""
    teller = Teller(tell, thrown)
    owners = deciding(root, files)
    for owner in owners:
        if "_callTestMethod" in vars(owner):
            watch_bodies(owner, teller, seal.check)
    seal.keep(owners)
    Result = create_result_class(teller, seal)
    return all([run_file(root, file, teller, seal, Result()) for file in files])


def run_file(root, file, teller, seal, result):
    teller.file = file
    teller.begin()
    try:
        module = load(root, file)
        keep_cases(module, seal)
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    except BaseException as error:
        teller.tell(file, "(loading the file)", "failed", f"{type(error).__name__}: {error}", traceback.format_exc())
        return False
    suite.run(result)
    return result.wasSuccessful()
