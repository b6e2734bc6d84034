import unittest

from inventory.item import Item
from inventory.report import format_cents, stock_report
from inventory.stock import make_stock


class ReportTest(unittest.TestCase):
    def test_format_cents_keeps_two_digits(self) -> None:
        self.assertEqual(format_cents(1204), "12.04")
        self.assertEqual(format_cents(7), "0.07")

    def test_stock_report_ends_with_the_value(self) -> None:
        report = stock_report(make_stock([Item("tea", "Green tea", 2, 450)]))
        self.assertEqual(report, "tea  Green tea  2\nTotal value: 9.00")


if __name__ == "__main__":
    unittest.main()
