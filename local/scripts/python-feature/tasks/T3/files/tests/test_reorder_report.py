import unittest

from inventory.item import Item
from inventory.reorder import Proposal, propose_reorder
from inventory.reorder_rule import ReorderRule
from inventory.report import format_proposal, stock_report
from inventory.stock import make_stock

STOCK = make_stock([Item("tea", "Green tea", 3, 450)])


class ReorderReportTest(unittest.TestCase):
    def test_format_proposal_counts_packs(self) -> None:
        self.assertEqual(format_proposal(Proposal("tea", 1, 0.5)), "tea  1 pack  50% missing")
        self.assertEqual(format_proposal(Proposal("tea", 2, 0.75)), "tea  2 packs  75% missing")

    def test_stock_report_says_nothing_when_nothing_is_missing(self) -> None:
        self.assertNotIn("To reorder", stock_report(STOCK))

    def test_stock_report_ends_with_what_to_reorder(self) -> None:
        proposals = propose_reorder(STOCK, [ReorderRule("tea", level=12, pack_size=5)])
        lines = stock_report(STOCK, proposals).splitlines()
        self.assertEqual(lines[-3:], ["", "To reorder:", "tea  2 packs  75% missing"])


if __name__ == "__main__":
    unittest.main()
