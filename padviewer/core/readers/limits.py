"""What a file may cost before it is refused: ranks, ratios, memory."""

from __future__ import annotations

import os

from padviewer.core.errors import UnsafeError
from padviewer.core.sentence import say

RANK = 4
RAGGED_AXES = 2
RATIO = 200
RATIO_FREE_BYTES = 64 << 20
MEMBERS = 4096
ASSUMED_MEMORY = 8 << 30


def machine_memory() -> int:
    """Bytes of main memory; 8 GiB where the system does not say."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return ASSUMED_MEMORY


def memory_limit() -> int:
    """Bytes that one file may take in memory: a quarter of the machine's."""
    return machine_memory() // 4


def check_memory(needed: int, where: str) -> None:
    """Refuse `needed` bytes above `memory_limit`; raises UnsafeError."""
    if needed > memory_limit():
        raise UnsafeError(
            "over-memory-limit",
            say(
                "Reading this takes {needed} GB, more than a quarter of this machine's memory "
                "({memory_limit} GB).",
                needed=f"{needed / 1e9:,.1f}",
                memory_limit=f"{memory_limit() / 1e9:,.1f}",
            ),
            where=where,
            remedy=say(
                "Split the file, or save it in a format that is read piece by piece, such as Parquet."
            ),
        )


def check_ratio(unpacked: int, packed: int, where: str) -> None:
    """Refuse data that unpacks to more than 200 times its size; raises UnsafeError.

    Up to 64 MiB nothing is refused: constant columns and masks shrink that far by right.
    """
    if unpacked > RATIO_FREE_BYTES and unpacked > RATIO * max(packed, 1):
        raise UnsafeError(
            "over-ratio-limit",
            say(
                "{packed} bytes would unpack to {unpacked}, more than {ratio} times as many.",
                packed=packed,
                unpacked=unpacked,
                ratio=str(RATIO),
            ),
            where=where,
            remedy=say("If you trust the file, save it again without compression."),
        )


def check_members(members: int, where: str) -> None:
    """Refuse an archive of more than 4,096 members; raises UnsafeError."""
    if members > MEMBERS:
        raise UnsafeError(
            "over-member-limit",
            say("The archive has {members} members; at most {most} are read.", members=members, most=MEMBERS),
            where=where,
        )
