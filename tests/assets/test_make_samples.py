"""The bundled samples are what the script makes, and small."""

import importlib.util
import io
import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SAMPLES = ASSETS / "samples"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("make_samples", ASSETS / "make_samples.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(script):
    return script.make()


@pytest.mark.parametrize(
    "name", ["padding-basics.json", "features.npy", "baskets.csv", "shapes.json", "index.json"]
)
def test_files_are_what_the_script_makes(made, name):
    assert (SAMPLES / name).read_bytes() == made[name]


def test_compressed_files_hold_what_the_script_makes(made):
    table = pq.read_table(SAMPLES / "reviews.parquet")
    assert table.equals(pq.read_table(io.BytesIO(made["reviews.parquet"])))
    with np.load(SAMPLES / "sensors.npz") as kept, np.load(io.BytesIO(made["sensors.npz"])) as fresh:
        assert kept.files == fresh.files == ["values", "offsets", "label"]
        for name in kept.files:
            np.testing.assert_array_equal(kept[name], fresh[name])


def test_the_index_names_every_file():
    index = json.loads((SAMPLES / "index.json").read_text("utf-8"))
    assert [one["title"] for one in index] == [
        "Padding basics",
        "Reviews",
        "Sensors",
        "Features",
        "Baskets",
        "Shapes",
    ]
    files = {path.name for path in SAMPLES.iterdir()}
    assert files == {one["file"] for one in index} | {"index.json"}
    assert all(one["subtitle"] for one in index)
    assert sum(path.stat().st_size for path in SAMPLES.iterdir()) < 3_000_000


def test_reviews_have_an_outlier_and_empty_rows():
    table = pq.read_table(SAMPLES / "reviews.parquet").to_pydict()
    lengths = np.array(list(map(len, table["tokens"])))
    assert (len(lengths), lengths.max(), (lengths == 0).sum()) == (5000, 5000, 4)
    assert np.sort(lengths)[-2] <= 900
    assert set(table["label"]) == {0, 1}


def test_sensors_have_gaps_and_features_are_not_only_short():
    with np.load(SAMPLES / "sensors.npz") as sensors:
        lengths = np.diff(sensors["offsets"])
        assert (lengths.min(), lengths.max(), len(lengths)) == (3, 200, 400)
        assert sensors["values"].shape == (sensors["offsets"][-1], 6)
        assert 0 < np.isnan(sensors["values"]).sum() < 2000
    features = np.load(SAMPLES / "features.npy")
    assert features.shape == (600, 4)
    missing = np.isnan(features)
    assert (missing[:, :-1] & ~missing[:, 1:]).any()


def test_shapes_are_pictures_of_many_sizes():
    rows = json.loads((SAMPLES / "shapes.json").read_text("utf-8"))
    pictures = [np.array(row["image"]) for row in rows]
    heights, widths = zip(*(picture.shape for picture in pictures), strict=True)
    assert len(set(heights)) > 10
    assert len(set(widths)) > 10
    assert {picture.dtype.kind for picture in pictures} == {"i"}
    assert min(picture.min() for picture in pictures) >= 0
    assert max(picture.max() for picture in pictures) <= 255
    assert {row["shape"] for row in rows} == {"circle", "cross", "square", "triangle"}
