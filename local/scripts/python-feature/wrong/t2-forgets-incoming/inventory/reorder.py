"""What to order again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inventory.reorder_rule import ReorderRule, check_rule, packs_needed
from inventory.stock import Stock


@dataclass(frozen=True)
class Proposal:
    """So many packs of an item, and how much of its level is missing, from 0 to 1."""

    sku: str
    packs: int
    urgency: float


def available_pieces(stock: Stock, incoming: Mapping[str, int], sku: str) -> int:
    """Pieces on the shelf and on their way."""
    on_shelf = stock[sku].quantity if sku in stock else 0
    return max(on_shelf, incoming.get(sku, 0))


def propose(rule: ReorderRule, available: int) -> Proposal:
    """What one rule asks for."""
    missing = max(0, rule.level - available)
    return Proposal(rule.sku, packs_needed(rule, available), missing / rule.level)


def propose_reorder(
    stock: Stock, rules: Iterable[ReorderRule], incoming: Mapping[str, int] | None = None
) -> list[Proposal]:
    """The proposals of all rules that ask for something, most urgent first."""
    proposals: list[Proposal] = []
    for rule in rules:
        check_rule(rule)
        available = available_pieces(stock, incoming or {}, rule.sku)
        proposals.append(propose(rule, available))
    needed = [proposal for proposal in proposals if proposal.packs > 0]
    return sorted(needed, key=lambda proposal: (-proposal.urgency, proposal.sku))
