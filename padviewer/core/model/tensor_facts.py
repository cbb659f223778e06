"""TensorFacts: what a check against a model needs to know about one tensor, without its values."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from padviewer.core.errors import ContentError
from padviewer.core.sentence import say

Number = int | float


@dataclass(frozen=True)
class TensorFacts:
    """What the check needs to know about one tensor.

    Parameters
    ----------
    name : str
    shape : tuple of int
        (n, T, ...), the rows first.
    dtype : str
        A numpy dtype's name, such as ``"int32"``; ``"str"`` or ``"object"`` for text.
    minimum, maximum : int, float or None
        Over all cells, padding included; None where there are none, or nobody has counted.
    fractional : bool or None
        Whether a float tensor holds fractions; None where nobody has looked.

    Raises
    ------
    ContentError
        An empty name, or a shape that is not one of rows.
    """

    name: str
    shape: tuple[int, ...]
    dtype: str
    minimum: Number | None = None
    maximum: Number | None = None
    fractional: bool | None = None

    def __post_init__(self) -> None:
        sizes = isinstance(self.shape, tuple) and all(
            isinstance(size, (int, np.integer)) and size >= 0 for size in self.shape
        )
        if not self.name or not sizes or not self.shape:
            raise ContentError(
                "bad-tensor",
                say("{shape} is not the shape of a tensor with rows.", shape=repr(self.shape)),
                where=self.name,
            )

    def to_json(self) -> dict[str, Any]:
        """Return the facts with their names as keys; an infinite end, which JSON cannot say, as None."""
        return {
            "name": self.name,
            "shape": [int(size) for size in self.shape],
            "dtype": self.dtype,
            "minimum": _plain(self.minimum),
            "maximum": _plain(self.maximum),
            "fractional": self.fractional,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> TensorFacts:
        """Build the facts from `to_json`'s answer.

        Raises
        ------
        ContentError
            Keys are missing or hold what no tensor has.
        """
        try:
            return cls(**{**data, "shape": tuple(data["shape"])})
        except (KeyError, TypeError) as error:
            raise ContentError(
                "bad-tensor", say("This does not describe a tensor: {error}.", error=repr(error))
            ) from error

    @property
    def kind(self) -> str:
        """The dtype's kind, ``"b"``, ``"i"``, ``"u"`` or ``"f"``; ``"U"`` for all that is no number."""
        if (
            self.dtype == "bfloat16"
        ):  # numpy knows it only once TensorFlow's ml_dtypes is imported, as kind "V"
            return "f"
        try:
            kind = np.dtype(self.dtype).kind
        except TypeError:
            return "U"
        return kind if kind in "biuf" else "U"


def _plain(value: Number | None) -> Any:
    plain = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(plain, float) and not math.isfinite(plain) else plain
