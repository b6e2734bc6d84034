import unittest

from inventory.item import Item
from inventory.stock import make_stock, receive, take_out, total_value

TEA = Item("tea", "Green tea", 10, 450)
MUG = Item("mug", "Mug", 3, 1200)


class StockTest(unittest.TestCase):
    def test_make_stock_refuses_a_sku_twice(self) -> None:
        with self.assertRaises(ValueError):
            make_stock([TEA, TEA])

    def test_receive_adds_pieces(self) -> None:
        self.assertEqual(receive(make_stock([TEA]), "tea", 5)["tea"].quantity, 15)

    def test_take_out_never_goes_below_zero(self) -> None:
        self.assertEqual(take_out(make_stock([TEA]), "tea", 10)["tea"].quantity, 0)
        with self.assertRaises(ValueError):
            take_out(make_stock([TEA]), "tea", 11)

    def test_total_value_counts_pieces(self) -> None:
        self.assertEqual(total_value(make_stock([TEA, MUG])), 8100)


if __name__ == "__main__":
    unittest.main()
