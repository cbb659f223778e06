"""An array as Python code that makes it with numpy, to the last bit."""

from __future__ import annotations

import re
from typing import Any

from numpy.typing import NDArray

from padviewer.core.errors import ContentError
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say, say_count

MOST_VALUES = 100_000


def array_code(name: str, array: NDArray[Any]) -> str:
    """Return code that makes an array under a name, the import of numpy before it.

    Raises
    ------
    ContentError
        More than 100,000 values.

    Examples
    --------
    >>> print(array_code("row 7", np.array([1, 2], np.int32)))
    import numpy as np
    <BLANKLINE>
    row_7 = np.array([1, 2], np.int32)
    """
    if array.size > MOST_VALUES:
        raise ContentError(
            "too-many-cells",
            say(
                "{cells} were not copied; {most} is the most.",
                cells=say_count("{count} cell", "{count} cells", array.size),
                most=MOST_VALUES,
            ),
            remedy=say("Select fewer cells, or export the tensor."),
        )
    values = re.sub(r"\b(nan|inf)\b", r"np.\1", repr(array.tolist()))
    shape = "" if array.size else f".reshape({array.shape})"
    kind = "bool" if array.dtype == bool else f"np.{array.dtype.name}"
    return f"import numpy as np\n\n{_identifier(name)} = np.array({values}, {kind}){shape}\n"


def row_code(plan: Plan, tensor: str, row: int) -> str:
    """Return code that makes a row of a tensor as it is padded.

    Raises
    ------
    ContentError
        More than 100,000 values.
    """
    own = plan.of(tensor)
    return array_code(f"{tensor}_{own.number(row)}", plan.block(tensor, slice(row, row + 1)).array[0])


def _identifier(name: str) -> str:
    said = re.sub(r"\W", "_", name)
    return said if said.isidentifier() else f"_{said}"
