"""Arrays in an NPZ archive that cut others into rows: offsets and lengths, refused where they cannot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.errors import ContentError
from padviewer.core.readers.arrays.rows import RowReader
from padviewer.core.readers.limits import check_memory
from padviewer.core.sentence import Sentence, say

Int64 = NDArray[np.int64]
OFFSETS = ("offsets", "row_splits", "splits", "indptr")
LENGTHS = ("lengths", "row_lengths", "lens")
VALUES = ("values", "flat_values", "data", "flat", "x", "tokens")


@dataclass
class Cuts:
    """What may cut the arrays of an archive.

    Parameters
    ----------
    path : Path
    arrays : mapping of str to RowReader
        Those that are not used yet.
    """

    path: Path
    arrays: dict[str, RowReader]

    def integers(self, name: str, rows: int | None) -> Int64 | None:
        """Read an array of integers, int64 [rows], of that many rows if given; None where it is none."""
        array = self.arrays.get(name)
        if array is None or array.header.dtype.kind not in "iu" or len(array.header.shape) != 1:
            return None
        if rows is not None and array.header.rows != rows:
            return None
        check_memory(8 * array.header.rows, array.where)
        found = array.rows(0, array.header.rows)
        if found.dtype == np.uint64 and found.max(initial=0) > np.iinfo(np.int64).max:
            return None
        return found.astype(np.int64)

    def owner(self, base: str) -> str | None:
        """Return the array that `base` with its offsets or lengths must be about, if there is one."""
        names = (base, f"{base}_values") if base else ("values", "flat_values", "flat")
        return next((one for one in names if one in self.arrays and self.arrays[one].header.shape), None)

    def fits(self, name: str, offsets: Int64, exact: bool) -> bool:
        """Whether `name` is an array that these offsets can cut."""
        if name not in self.arrays or not self.arrays[name].header.shape:
            return False
        last = int(offsets[-1]) if len(offsets) else -1
        total = self.arrays[name].header.rows
        ascending = len(offsets) > 0 and int(offsets[0]) >= 0 and bool((offsets[1:] >= offsets[:-1]).all())
        return ascending and (last == total if exact else last <= total)

    def refuse_odd(self, name: str, base: str, *, lengths: bool) -> None:
        """Raise ContentError where offsets or lengths of an array are no whole numbers in one line."""
        owner, array = self.owner(base), self.arrays.get(name)
        if owner is None or array is None:
            return
        if array.header.dtype.kind not in "iuf":
            raise self.no_cut(name, owner, say("they are no numbers"))
        if len(array.header.shape) != 1:
            if lengths:
                return  # lengths along a further axis
            raise self.no_cut(name, owner, say("they have {axes} axes", axes=str(len(array.header.shape))))
        if array.header.dtype.kind == "u" and self.integers(name, None) is None:
            raise self.no_cut(name, owner, say("they are beyond 64 bits with a sign"))
        if array.header.dtype.kind == "f":
            found = array.rows(0, array.header.rows)
            if np.isnan(found).any():
                raise self.no_cut(name, owner, say("they hold NaN"))
            raise self.no_cut(name, owner, say("they are fractions of type {d}", d=str(found.dtype)))

    def refuse_bad(self, base: str, name: str, offsets: Int64, *, lengths: bool) -> None:
        """Raise ContentError where these whole numbers cannot cut the array that they are about."""
        owner = self.owner(base)
        if owner is None or not len(offsets):
            return
        total = self.arrays[owner].header.rows
        if lengths:
            padded = len(self.arrays[owner].header.shape) > 1 and total == len(offsets) - 1
            if int(offsets[-1]) != total and not padded:
                raise self.no_cut(
                    name,
                    owner,
                    say(
                        "their sum is {last}, the number of values {total}",
                        last=int(offsets[-1]),
                        total=total,
                    ),
                )
            return
        falls = np.flatnonzero(offsets[1:] < offsets[:-1])
        if int(offsets[0]) < 0:
            raise self.no_cut(name, owner, say("the first is {first}", first=int(offsets[0])))
        if len(falls):
            raise self.no_cut(name, owner, say("they fall behind row {row}", row=int(falls[0])))
        if int(offsets[-1]) > total:
            raise self.no_cut(
                name,
                owner,
                say("the last is {last}, the number of values {total}", last=int(offsets[-1]), total=total),
            )

    def no_cut(self, name: str, owner: str, why: Sentence) -> ContentError:
        """Return the error that `name` cannot cut `owner`."""
        return ContentError(
            "bad-offsets",
            say("“{name}” cannot cut “{owner}” into rows: {why}.", name=name, owner=owner, why=why),
            where=str(self.path),
            remedy=say("Write the file again, with whole numbers from 0 to the number of values."),
        )


def offsets_of(lengths: Int64) -> Int64 | None:
    """Offsets int64 [n + 1] from lengths [n]; None where one is negative or their sum passes 64 bits."""
    if lengths.min(initial=0) < 0 or float(lengths.sum(dtype=np.float64)) > 2.0**62:
        return None
    return offsets_from_lengths(lengths)
