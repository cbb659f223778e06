"""Amounts in words, for a sentence that counts more than one thing: 1 row, 2,000 columns."""

from __future__ import annotations

from padviewer.core.sentence import Sentence, say_count


def axes(count: int) -> Sentence:
    """Return how many axes: ``1 axis``."""
    return say_count("{count} axis", "{count} axes", count)


def cells(count: int) -> Sentence:
    """Return how many cells: ``1 cell``."""
    return say_count("{count} cell", "{count} cells", count)


def columns(count: int) -> Sentence:
    """Return how many columns: ``1 column``."""
    return say_count("{count} column", "{count} columns", count)


def fields(count: int) -> Sentence:
    """Return how many fields: ``1 field``."""
    return say_count("{count} field", "{count} fields", count)


def items(count: int) -> Sentence:
    """Return how many items: ``1 item``."""
    return say_count("{count} item", "{count} items", count)


def rows(count: int) -> Sentence:
    """Return how many rows: ``1 row``."""
    return say_count("{count} row", "{count} rows", count)


def steps(count: int) -> Sentence:
    """Return how many steps: ``1 step``."""
    return say_count("{count} step", "{count} steps", count)


def values(count: int) -> Sentence:
    """Return how many values: ``1 value``."""
    return say_count("{count} value", "{count} values", count)
