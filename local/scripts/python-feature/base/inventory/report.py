"""Texts about the stock."""

from __future__ import annotations

from inventory.stock import Stock, total_value


def format_cents(cents: int) -> str:
    """Write cents as an amount: 1204 is 12.04."""
    return f"{cents // 100}.{cents % 100:02d}"


def stock_report(stock: Stock) -> str:
    """One line for each item, and the value of it all."""
    lines = [f"{item.sku}  {item.name}  {item.quantity}" for item in stock.values()]
    return "\n".join([*lines, f"Total value: {format_cents(total_value(stock))}"])
