"""Importing ahead of time what opening a file needs, so that the first rows come at once."""

from __future__ import annotations


def warm_up() -> dict[str, str]:
    """Import the readers, the store and the libraries they use, and return the libraries' versions."""
    import numpy as np
    import orjson
    import platformdirs
    import pyarrow as pa
    import pyarrow.parquet

    from padviewer.core import export
    from padviewer.core.store import derived as store_derived
    from padviewer.core.store import fill as store_fill

    del export, store_derived, store_fill
    return {
        "numpy": np.__version__,
        "orjson": orjson.__version__,
        "platformdirs": platformdirs.__version__,
        "pyarrow": pa.__version__,
    }
