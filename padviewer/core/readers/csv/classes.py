"""Lines of numbers that begin with their class and end in NaN, as the UCR archive writes series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from padviewer.core.finding import MOST_ROWS, Finding
from padviewer.core.readers.cells.values import infer_kind
from padviewer.core.sentence import say, say_count

CLASS_FIRST = "class-first"
MARK = "#whole-lines"  # behind a column's name in `ReadOptions.kinds`: its lines begin with no class
LEAST_ROWS, LEAST_CELLS = 4, 5
MOST_CLASSES = 100
HOLES = 10  # one step in so many may be missing between the others
SMALL = 10  # in so few rows every class need not stand twice


def is_nan(cell: str) -> bool:
    """Whether a cell says NaN."""
    return cell.strip().lower() == "nan"


def is_whole(cell: str) -> bool:
    """Whether a cell is a whole number, as 1 or 1.0000e+00."""
    kind = infer_kind([cell])
    return kind == "integer" or (kind == "float" and float(cell).is_integer())


def without_tail(items: Sequence[str]) -> list[str]:
    """Return the items without NaN at the end."""
    last = len(items)
    while last and is_nan(items[last - 1]):
        last -= 1
    return list(items[:last])


def proves_class(records: Sequence[list[str]]) -> bool:
    """Whether the first lines prove that each begins with its class and ends where only NaN follows.

    All have one width, and nothing but numbers and NaN. The first column alone is whole numbers, few of them
    and repeated; the others are mostly fractions. NaN stands at the ends of lines, in several lengths, and
    hardly anywhere else.
    """
    lines = [record for record in records if record]
    if len(lines) < LEAST_ROWS or len(lines[0]) < LEAST_CELLS or len({len(one) for one in lines}) > 1:
        return False
    if not _are_classes([line[0] for line in lines]):
        return False
    rest = [line[1:] for line in lines]
    real = [without_tail(line) for line in rest]
    tails = Counter(len(line) - len(one) for line, one in zip(rest, real, strict=True))
    holes = sum(is_nan(cell) for line in real for cell in line)
    steps, padding = sum(map(len, real)), sum(length * count for length, count in tails.items())
    if len(set(tails) - {0}) < 2 or not all(real) or holes * HOLES > steps or 2 * holes > padding:
        return False
    numbers = [cell for line in real for cell in line if not is_nan(cell)]
    if infer_kind(numbers) != "float":
        return False
    values = np.array([[np.nan if is_nan(cell) else float(cell) for cell in line] for line in rest])
    known = np.isfinite(values)
    fractions = known & (values != np.floor(np.where(known, values, 0)))
    whole = (known.sum(axis=0) > 1) & ~fractions.any(axis=0)
    return not whole.any() and 2 * int(fractions.sum()) > int(known.sum())


def _are_classes(cells: Sequence[str]) -> bool:
    """Whether cells are whole numbers of which few are different, and some stand in several rows."""
    if not all(map(is_whole, cells)):
        return False
    known = {int(float(cell)) for cell in cells}
    if len(known) <= min(MOST_CLASSES, len(cells) // 2):
        return True
    dense = max(known) - min(known) + 1 == len(known)
    return len(cells) < SMALL and dense and len(known) < len(cells)


def class_taken(count: int, rows: Sequence[int], steps: int, asked: bool) -> Finding:
    """Return the finding that lines were read as a class and steps that end where only NaN follows."""
    cut = say_count("{count} NaN at their ends is no step", "{count} NaN at their ends are no steps", steps)
    message = say_count(
        "The first cell of {count} line is read as its class, “label”, and what follows as its steps; {cut}.",
        "The first cell of all {count} lines is read as their class, “label”, and what follows as their "
        "steps; {cut}.",
        count,
        cut=cut,
    )
    remedy = say("If that is wrong, choose the shape ragged-lines, which keeps every cell as a step.")
    return Finding(
        "info", "class-first", message, count, tuple(rows[:MOST_ROWS]), "" if asked else remedy, "x"
    )
