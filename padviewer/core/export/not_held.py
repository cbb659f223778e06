"""What an export's format has no place for, said when it is written."""

from __future__ import annotations

from collections.abc import Iterator

from padviewer.core.data.dataset import Role
from padviewer.core.export.labels import Label, labels_of
from padviewer.core.finding import MOST_ROWS, Finding
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say, say_count

ROLES: tuple[Role, ...] = ("label", "weight")


def not_held(plan: Plan, suffix: str) -> Iterator[Finding]:
    """Yield what a format has no place for, and what therefore does not open again."""
    if suffix == ".npy":
        for role in ROLES:
            for name in plan.prepared.with_role_of(role):
                yield Finding(
                    "info",
                    "not-in-file",
                    say(
                        "“{name}” ({role}) is not written: a .npy file holds one array.", name=name, role=role
                    ),
                    len(plan),
                    (),
                    say("Export to .npz, .parquet or a folder to keep it."),
                    name,
                )
    if suffix == ".csv":
        for label in labels_of(plan):
            count, rows = _empty_beside_missing(label)
            if count:
                yield Finding(
                    "warning",
                    "not-in-file",
                    say_count(
                        "{count} empty text of “{name}” is written as an empty cell, as missing ones are; "
                        "it reads back as missing.",
                        "{count} empty texts of “{name}” are written as empty cells, as missing ones are; "
                        "they read back as missing.",
                        count,
                        name=label.name,
                    ),
                    count,
                    rows,
                    say("Export to .npz, .parquet or a folder to keep the difference."),
                    label.name,
                )


def _empty_beside_missing(label: Label) -> tuple[int, tuple[int, ...]]:
    """Return how many texts are empty, and the first rows, where others are missing: both are empty cells."""
    if not label.worded or not label.has_missing:
        return 0, ()
    rows: list[int] = []
    start = 0
    for piece in label.pieces():
        rows += [start + at for at, text in enumerate(piece.to_lists()) if text == ""]
        start += len(piece)
    return len(rows), tuple(rows[:MOST_ROWS])
