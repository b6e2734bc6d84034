"""Texts about the stock."""

from __future__ import annotations

from collections.abc import Sequence

from inventory.reorder import Proposal
from inventory.stock import Stock, total_value


def format_cents(cents: int) -> str:
    """Write cents as an amount: 1204 is 12.04."""
    return f"{cents // 100}.{cents % 100:02d}"


def format_proposal(proposal: Proposal) -> str:
    """Write a proposal as something to do."""
    noun = "pack" if proposal.packs == 1 else "packs"
    return f"{proposal.sku}  {proposal.packs} {noun}  {proposal.urgency:.0%} missing"


def stock_report(stock: Stock, proposals: Sequence[Proposal] = ()) -> str:
    """One line for each item, the value of it all, and what to order again."""
    lines = [f"{item.sku}  {item.name}  {item.quantity}" for item in stock.values()]
    lines.append(f"Total value: {format_cents(total_value(stock))}")
    if proposals:
        lines += ["", "To reorder:", *map(format_proposal, proposals)]
    return "\n".join(lines)
