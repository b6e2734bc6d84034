import unittest

from inventory.reorder_rule import ReorderRule, check_rule, packs_needed

RULE = ReorderRule("tea", level=12, pack_size=5)


class ReorderRuleTest(unittest.TestCase):
    def test_check_rule_takes_a_rule_that_can_be_followed(self) -> None:
        check_rule(RULE)

    def test_check_rule_refuses_empty_packs_and_levels(self) -> None:
        with self.assertRaises(ValueError):
            check_rule(ReorderRule("tea", level=0, pack_size=5))
        with self.assertRaises(ValueError):
            check_rule(ReorderRule("tea", level=12, pack_size=0))

    def test_packs_needed_rounds_up_to_whole_packs(self) -> None:
        self.assertEqual(packs_needed(RULE, available=10), 1)
        self.assertEqual(packs_needed(RULE, available=6), 2)

    def test_packs_needed_is_zero_at_the_level(self) -> None:
        self.assertEqual(packs_needed(RULE, available=12), 0)
        self.assertEqual(packs_needed(RULE, available=40), 0)


if __name__ == "__main__":
    unittest.main()
