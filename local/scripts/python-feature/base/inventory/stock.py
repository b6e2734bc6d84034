"""The stock as a whole: a value that every change answers anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from inventory.item import Item, check_item

Stock = dict[str, Item]


def make_stock(items: Iterable[Item]) -> Stock:
    """Make a stock of items; a sku may stand in it once."""
    stock: Stock = {}
    for item in items:
        check_item(item)
        if item.sku in stock:
            raise ValueError(f"{item.sku} is in stock twice")
        stock[item.sku] = item
    return stock


def receive(stock: Stock, sku: str, pieces: int) -> Stock:
    """Put pieces on the shelf."""
    return _change(stock, sku, pieces)


def take_out(stock: Stock, sku: str, pieces: int) -> Stock:
    """Take pieces off the shelf; there must be enough."""
    return _change(stock, sku, -pieces)


def total_value(stock: Stock) -> int:
    """What everything on the shelf is worth, in cents."""
    return sum(item.quantity * item.price_cents for item in stock.values())


def _change(stock: Stock, sku: str, pieces: int) -> Stock:
    if sku not in stock:
        raise KeyError(sku)
    item = stock[sku]
    changed = replace(item, quantity=item.quantity + pieces)
    check_item(changed)
    return {**stock, sku: changed}
