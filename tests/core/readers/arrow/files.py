"""Tables written as Parquet, Arrow files and Arrow streams, and read again."""

import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.core.data.dataset import join
from padviewer.core.errors import PadViewerError
from padviewer.core.readers import ReadOptions, read


def write_parquet(table, path):
    pq.write_table(table, path, write_page_checksum=True)


def write_file(table, path):
    with pa.ipc.new_file(str(path), table.schema) as writer:
        writer.write_table(table.unify_dictionaries())


def write_stream(table, path):
    with pa.ipc.new_stream(str(path), table.schema) as writer:
        writer.write_table(table)


WRITERS = {"Parquet": write_parquet, "Arrow file": write_file, "Arrow stream": write_stream}


def write(table, folder, form):
    path = folder / f"data.{form.replace(' ', '_')}"
    WRITERS[form](table, path)
    return path


def load(path, **options):
    return join(read(path, ReadOptions(**options)))


def saved(table, folder, form="Parquet"):
    return load(write(table, folder, form))


def codes(dataset):
    return {finding.code: finding for finding in dataset.findings}


def some_table(rows=200):
    rng = random.Random(5)
    return pa.table(
        {
            "x": pa.array([[rng.randrange(99) for _ in range(rng.randrange(6))] for _ in range(rows)]),
            "t": pa.array([rng.choice(["a", "bc", None, "é"]) for _ in range(rows)]),
            "n": pa.array([[[1.5]] * rng.randrange(3) for _ in range(rows)]),
            "c": pa.array([rng.choice("xyz") for _ in range(rows)]).dictionary_encode(),
        }
    )


def outcome(path):
    """Read, or raise one of our errors: anything else fails the test."""
    try:
        return len(load(path))
    except PadViewerError as error:
        return error


every_format = pytest.mark.parametrize("form", list(WRITERS))
