"""Cells as Python code that makes them with numpy."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from padviewer.core.errors import ContentError
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say, say_count

MOST_CELLS = 100_000


def numpy_code(values: np.ndarray[Any, np.dtype[Any]], most: int = MOST_CELLS) -> str:
    """Return a program that makes an array of these values.

    Parameters
    ----------
    values : ndarray [R, C]
        Numbers or bools.
    most : int
        Cells at the most.

    Returns
    -------
    str
        Two statements; `x` is then equal to the values, to the last bit of its dtype.

    Raises
    ------
    ContentError
        More cells than `most`.

    Examples
    --------
    >>> print(numpy_code(np.array([[1, 2], [3, 0]], np.int32)))
    import numpy as np
    <BLANKLINE>
    x = np.array([
        [1, 2],
        [3, 0],
    ], dtype=np.int32)
    <BLANKLINE>
    """
    if values.size > most:
        raise ContentError(
            "too-many-cells",
            say(
                "{cells} were not copied; {most} is the most.",
                cells=say_count("{count} cell", "{count} cells", values.size),
                most=most,
            ),
            remedy=say("Select fewer cells, or export the tensor."),
        )
    lines = ["    [" + ", ".join(map(_literal, row)) + "],\n" for row in values.tolist()]
    dtype = "bool" if values.dtype == np.bool_ else f"np.{values.dtype.name}"
    shape = f".reshape({values.shape[0]}, {values.shape[1]})" if not values.size else ""
    return f"import numpy as np\n\nx = np.array([\n{''.join(lines)}], dtype={dtype}){shape}\n"


def row_code(plan: Plan, tensor: str, row: int) -> str:
    """Return a program that makes a row of a tensor as it is padded.

    Raises
    ------
    ContentError
        More cells than 100,000.
    """
    array = plan.block(tensor, slice(row, row + 1)).array[0]
    flat = array.reshape(len(array) if array.ndim > 1 else 1, -1)
    code = numpy_code(flat)
    return code if array.shape == flat.shape else f"{code.rstrip()}.reshape({array.shape})\n"


def _literal(value: float | bool) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return "np.nan" if math.isnan(value) else "np.inf" if value > 0 else "-np.inf"
    return repr(value)
