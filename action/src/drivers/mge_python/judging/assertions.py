"""Assertions that a value cannot talk its way through, and that nobody has replaced by the time they are made."""

import functools
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


def checked(assertion, check):
    """The values that it is about are there by then: the tested code has had its chance to replace what compares them."""

    @functools.wraps(assertion)
    def asserted(self, *words, **more):
        check(unittest.TestCase, type(self))
        return assertion(self, *words, **more)

    return asserted


def harden_assertions(check):
    """`check`: raises when something of these classes was replaced."""
    case = unittest.TestCase
    case.assertEqual = create_assert_equal(case.assertEqual)
    for name, value in list(vars(case).items()):
        if name.startswith("assert") and callable(value):
            setattr(case, name, checked(value, check))
