import unittest

from inventory.item import Item
from inventory.reorder import Proposal, available_pieces, propose, propose_reorder
from inventory.reorder_rule import ReorderRule
from inventory.stock import make_stock

STOCK = make_stock([Item("tea", "Green tea", 3, 450), Item("mug", "Mug", 9, 1200)])
TEA = ReorderRule("tea", level=12, pack_size=5)
MUG = ReorderRule("mug", level=10, pack_size=6)


class ReorderTest(unittest.TestCase):
    def test_available_pieces_counts_what_is_on_its_way(self) -> None:
        self.assertEqual(available_pieces(STOCK, {"tea": 4}, "tea"), 7)
        self.assertEqual(available_pieces(STOCK, {}, "pot"), 0)

    def test_propose_asks_for_whole_packs(self) -> None:
        self.assertEqual(propose(TEA, available=3), Proposal("tea", packs=2, urgency=0.75))

    def test_propose_reorder_puts_the_most_urgent_first(self) -> None:
        skus = [proposal.sku for proposal in propose_reorder(STOCK, [MUG, TEA])]
        self.assertEqual(skus, ["tea", "mug"])

    def test_propose_reorder_leaves_out_what_is_fine(self) -> None:
        self.assertEqual(propose_reorder(STOCK, [TEA, MUG], {"tea": 9, "mug": 1}), [])


if __name__ == "__main__":
    unittest.main()
