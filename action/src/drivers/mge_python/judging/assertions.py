"""Assertions that a value cannot talk its way through."""

import sys
import unittest

__unittest = True  # frames of this file are left out of what unittest shows


class Nothing:
    """Equal to nothing but itself."""


def refuse_equal_to_all(case, first, second):
    any_value = getattr(sys.modules.get("unittest.mock"), "ANY", None)
    for value in (first, second):
        if any_value is not value and type(value).__eq__ is not object.__eq__ and value == Nothing():
            raise case.failureException("a value claims to be equal to everything")


def create_assert_equal(compare):
    def assertEqual(self, first, second, msg=None):
        compare(self, first, second, msg)
        refuse_equal_to_all(self, first, second)

    return assertEqual


def harden_assertions():
    unittest.TestCase.assertEqual = create_assert_equal(unittest.TestCase.assertEqual)
