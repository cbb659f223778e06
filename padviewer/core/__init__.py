"""The processing core: no Qt, no TensorFlow, no threads, no printing.

`open_dataset` and the readers behind it are imported when they are asked for: the window never reads a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.choices.reading import Reading
from padviewer.core.choices.shift import Shift
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import PadViewerError
from padviewer.core.finding import Finding
from padviewer.core.pad import pad, pad_sequences
from padviewer.core.padding.padded import Padded
from padviewer.core.padding.plan import CellKind, Plan, resolve
from padviewer.core.padding.slots import Slots
from padviewer.core.recipe import Recipe, Rows, TensorRecipe

if TYPE_CHECKING:
    from padviewer.core.frames import lengths_table
    from padviewer.core.opening import open_dataset

__all__ = [
    "CellKind",
    "Dataset",
    "Fill",
    "Finding",
    "PadViewerError",
    "Padded",
    "Plan",
    "Ragged",
    "Reading",
    "Recipe",
    "Rows",
    "Shift",
    "Slots",
    "TensorRecipe",
    "Tokenise",
    "Vocabulary",
    "fit",
    "lengths_table",
    "open_dataset",
    "pad",
    "pad_sequences",
    "prepare",
    "resolve",
]


def __dir__() -> list[str]:
    """Return the public names, and nothing else."""
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Import what is imported late."""
    if name == "open_dataset":
        from padviewer.core.opening import open_dataset

        return open_dataset
    if name == "lengths_table":
        from padviewer.core.frames import lengths_table

        return lengths_table
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
