"""What the sidecar of an export says that its file cannot hold: where the rows end, what the labels were."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.files.sidecar import is_as_listed, read, sidecar_path
from padviewer.core.finding import Finding
from padviewer.core.readers.own.rows import SIDES, Bools, Int64, real_steps
from padviewer.core.sentence import Sentence, say

NUMBERS = "biuf"  # kinds of dtypes that an export writes; another could take any memory
TEXTS = ("text", "category")


@dataclass(frozen=True)
class Said:
    """What a sidecar says of the one tensor in the file beside it.

    Parameters
    ----------
    name : str
        The tensor's.
    shape : tuple of int
        [n, M1, ..., Mk, *inner].
    dtype : numpy.dtype
    sides : tuple of str
        The padding along every ragged axis.
    columns : tuple of mapping
        The labels and weights: ``name``, ``kind``, ``dtype``, ``missing``.
    lengths : tuple of ndarray
        Kept steps along every ragged axis, [n], [n, M1], …; empty where the file holds them.
    """

    name: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    sides: tuple[str, ...]
    columns: tuple[dict[str, Any], ...] = ()
    lengths: tuple[Int64, ...] = ()

    def masks(self, start: int, stop: int) -> list[Bools]:
        """Return the masks of rows start to stop, outermost axis first: bool [rows, ..., width] each."""
        found = zip(self.lengths, self.shape[1:], self.sides, strict=False)
        return [real_steps(kept[start:stop], width, side) for kept, width, side in found]


def said_of(path: Path, *, lengths: bool = False) -> tuple[Said | None, tuple[Finding, ...]]:
    """Return what the sidecar of a one-tensor export says; None, with a finding, where it cannot be used.

    `lengths`: the file has no place for them, so that the sidecar must say them.

    Raises
    ------
    OSError
        The file cannot be read.
    """
    document = read(path)
    if document is None:
        return None, ()
    if not is_as_listed(document, path):
        why = say("it is of other bytes than the file holds now")
        return None, (_not_used(path, why, say("Export again, or take the old sidecar away.")),)
    try:
        return _parsed(document, lengths), ()
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, binascii.Error):
        why = say("it does not say where the rows end")
        return None, (_not_used(path, why, say("Export again with this version of PadViewer.")),)


def _parsed(document: dict[str, Any], with_lengths: bool) -> Said:
    (tensor,) = document["tensors"]
    shape = tuple(int(side) for side in tensor["shape"])
    sides = tuple(tensor["padding"])
    if not set(sides) <= set(SIDES) or not 1 <= len(sides) < len(shape):
        raise ValueError
    lengths = []
    for axis, one in enumerate(tensor.get("lengths", ()), 1):
        counts = np.frombuffer(base64.b64decode(one["base64"], validate=True), np.dtype(one["dtype"]))
        whole: NDArray[np.int64] = counts.astype(np.int64).reshape(shape[:axis])
        if whole.min(initial=0) < 0 or whole.max(initial=0) > shape[axis]:
            raise ValueError
        lengths.append(whole)
    if len(lengths) != (len(sides) if with_lengths else 0):
        raise ValueError
    dtypes = [tensor["dtype"], *(one["dtype"] for one in document["columns"] if one["kind"] not in TEXTS)]
    if any(np.dtype(one).kind not in NUMBERS for one in dtypes):
        raise ValueError
    columns = tuple(
        {"name": str(one["name"]), "kind": str(one["kind"]), "dtype": str(one["dtype"]),
         "missing": bool(one["missing"])}
        for one in document["columns"]
    )  # fmt: skip
    return Said(str(tensor["name"]), shape, np.dtype(tensor["dtype"]), sides, columns, tuple(lengths))


def _not_used(path: Path, why: Sentence, remedy: Sentence) -> Finding:
    message = say(
        "“{name}” beside the file is not used: {why}. The rows are read whole.",
        name=sidecar_path(path).name,
        why=why,
    )
    return Finding("warning", "sidecar-not-used", message, 1, remedy=remedy)
