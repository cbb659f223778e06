"""Workbooks and files of statistics programs with a few bytes changed: they read, or raise our errors."""

import random
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from padviewer.core import open_dataset
from padviewer.core.errors import PadViewerError

FRAME = pd.DataFrame({"id": [1, 2, 3], "t": ["a", "b", "c"], "x": [0.5, 1.5, 2.5]})
BOOKS = Path(__file__).parent / "excel"
WRITERS = {
    "x.xlsx": lambda path: FRAME.to_excel(path, index=False),
    "x.xls": lambda path: path.write_bytes((BOOKS / "clicks.xls").read_bytes()),
    "x.ods": lambda path: path.write_bytes((BOOKS / "clicks.ods").read_bytes()),
    "x.dta": lambda path: FRAME.to_stata(path, write_index=False),
    "x.sav": lambda path: pyreadstat.write_sav(FRAME, path),
    "x.xpt": lambda path: pyreadstat.write_xport(FRAME, path),
}


@pytest.mark.parametrize("name", WRITERS)
def test_flipped_bytes_read_or_raise_our_errors(tmp_path, name):
    path = tmp_path / name
    WRITERS[name](path)
    good = path.read_bytes()
    rng = random.Random(name)
    for _ in range(25):
        bad = bytearray(good)
        for _ in range(rng.choice((1, 3, 20))):
            bad[rng.randrange(len(bad))] = rng.randrange(256)
        path.write_bytes(bytes(bad))
        with suppress(PadViewerError):
            open_dataset(path)
