"""How much memory the machine has, and how a number of bytes is said."""

from __future__ import annotations

import os


def machine_memory() -> int | None:
    """Return the machine's memory in bytes, or None where the system does not tell."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None


def size_said(nbytes: int) -> str:
    """Return bytes with an SI unit and three digits: ``506 kB``, ``41.8 GB``."""
    value, units = float(nbytes), ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
    while value >= 999.5 and len(units) > 1:
        value /= 1000
        units.pop(0)
    return f"{value:#.3g}".rstrip(".") + f" {units[0]}" if units[0] != "B" else f"{nbytes} B"
