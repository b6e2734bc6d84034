"""When an item must be ordered again, and how it is sold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReorderRule:
    """Keep `level` pieces of an item, ordering packs of `pack_size`."""

    sku: str
    level: int
    pack_size: int


def check_rule(rule: ReorderRule) -> None:
    """Refuse a rule that could never be followed."""
    if rule.level < 1:
        raise ValueError(f"{rule.sku}: the level must be at least one")
    if rule.pack_size < 1:
        raise ValueError(f"{rule.sku}: a pack must hold at least one piece")


def packs_needed(rule: ReorderRule, available: int) -> int:
    """How many whole packs bring what is available to the level or above."""
    missing = max(0, rule.level - available)
    return -(-missing // rule.pack_size)
