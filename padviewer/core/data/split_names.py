"""Names that say which part of the data something is: x_train and x_test are one column of two tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

SPLITS = {
    "train": "train",
    "training": "train",
    "tr": "train",
    "test": "test",
    "testing": "test",
    "te": "test",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "dev": "dev",
    "eval": "eval",
    "unsupervised": "unsupervised",
}
WORD = re.compile(r"[^\W_]+")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")  # between the words of XTrain and yTest


def split_of(name: str) -> tuple[str, str]:
    """Return the name without the word for a part of the data, and that part; "" where there is none.

    >>> split_of("x_train"), split_of("testLabels"), split_of("tokens")
    (('x', 'train'), ('Labels', 'test'), ('tokens', ''))
    """
    spaced = HUMP.sub("_", name)
    words = WORD.findall(spaced)
    found = [at for at, word in enumerate(words) if word.lower() in SPLITS]
    if len(found) != 1:
        return name, ""
    rest = "_".join(word for at, word in enumerate(words) if at != found[0])
    return rest, SPLITS[words[found[0]].lower()]


def tables_of(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the tables that the names make, each with its names; empty where they make no two tables.

    They do where at least one name, but for the word for the part, comes in two parts: ``x_train`` and
    ``x_test`` do, ``train_time`` and ``test_score`` do not.
    """
    found = {name: split_of(name) for name in names}
    tables: dict[str, list[str]] = {}
    for name, (_, split) in found.items():
        if split:
            tables.setdefault(split, []).append(name)
    rests = [rest for rest, split in found.values() if split]
    if len(tables) < 2 or len(set(rests)) == len(rests):
        return {}
    return {split: tuple(members) for split, members in tables.items()}
