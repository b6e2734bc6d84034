"""Reading the stock from a CSV file."""

from __future__ import annotations

import csv
from pathlib import Path

from inventory.item import Item
from inventory.stock import Stock, make_stock


def parse_item(row: dict[str, str]) -> Item:
    """Read one row of the file."""
    return Item(row["sku"], row["name"], int(row["quantity"]), int(row["price_cents"]))


def load_stock(path: Path) -> Stock:
    """Read a file with the columns sku, name, quantity and price_cents."""
    with path.open(newline="", encoding="utf-8") as file:
        return make_stock(parse_item(row) for row in csv.DictReader(file))
