"""What stands on the shelf."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """An article with the number of pieces in stock."""

    sku: str
    name: str
    quantity: int
    price_cents: int


def check_item(item: Item) -> None:
    """Refuse an item that cannot be."""
    if not item.sku:
        raise ValueError("an item needs a sku")
    if item.quantity < 0:
        raise ValueError(f"{item.sku}: the quantity must not be negative")
    if item.price_cents < 0:
        raise ValueError(f"{item.sku}: the price must not be negative")
