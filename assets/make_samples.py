"""Make the bundled samples: the same bytes on every run with the same versions of numpy and pyarrow."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

SAMPLES = Path(__file__).resolve().parent / "samples"
SEED = 20_240_229
MOST_BINS = 24
BASICS = (
    [1, 2, 3, 4],
    [5, 6],
    [7, 8, 9, 10, 11, 12],
    [13],
    [14, 15, 16],
    [],
    [17, 18, 19, 20, 21],
    [22, 23],
    [24, 25, 26, 27, 28, 29, 30, 31],
    [32, 33, 34],
    [35, 36, 37, 38],
    [39],
)
INDEX = (
    ("padding-basics.json", "Padding basics", "Short rows of integers, one empty"),
    ("reviews.parquet", "Reviews", "Word ids, a label, one very long row"),
    ("sensors.npz", "Sensors", "Series of 6 features, with gaps"),
    ("features.npy", "Features", "Rows of 4 numbers, some missing"),
    ("baskets.csv", "Baskets", "Shopping baskets of product names"),
    ("shapes.json", "Shapes", "Images of many sizes, with names"),
)
IMAGES = 60
MOST_PIXELS = 28
SHAPES = ("circle", "cross", "square", "triangle")
SHELVES = (
    ("oat bread", "rye rolls", "honey cake", "plum tart", "sea salt crackers"),
    ("green pears", "red apples", "lemons", "blue grapes", "figs"),
    ("goat cheese", "whole milk", "cultured butter", "vanilla yoghurt", "eggs"),
    ("black tea", "dark roast", "ginger ale", "apple cider", "spring water"),
    ("tomatoes", "spinach", "carrots", "red onions", "mushrooms"),
    ("candles", "soap", "matches", "paper towels", "sponges"),
)


def padding_basics() -> bytes:
    """Return a JSON array of lists, one row a line."""
    rows = ",\n  ".join(json.dumps(row) for row in BASICS)
    return f"[\n  {rows}\n]\n".encode()


def reviews(rng: np.random.Generator) -> bytes:
    """Return a Parquet file of word ids (Zipf), log-normal lengths, a label that the words hint at."""
    rows, words = 5_000, 20_000
    lengths = np.clip(np.exp(rng.normal(4.0, 0.7, rows)).astype(np.int64), 3, 900)
    lengths[[412, 1733, 2950, 4071]] = 0
    lengths[3210] = 5_000
    share = 1.0 / np.arange(1, words + 1) ** 1.05
    tokens = rng.choice(words, int(lengths.sum()), p=share / share.sum()).astype(np.int32) + 1
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    hints = np.concatenate([[0], np.cumsum(tokens % 7 == 0)])
    rate = (hints[offsets[1:]] - hints[offsets[:-1]]) / np.maximum(lengths, 1)
    label = (rate + rng.normal(0, 0.03, rows) > np.median(rate)).astype(np.int8)
    column = pa.ListArray.from_arrays(pa.array(offsets), pa.array(tokens))
    out = io.BytesIO()
    pq.write_table(
        pa.table({"tokens": column, "label": label}), out, compression="zstd", row_group_size=2_500
    )
    return out.getvalue()


def sensors(rng: np.random.Generator) -> bytes:
    """Return an NPZ of values [total, 6] float32 and offsets: slow waves, a drift, a little noise, gaps."""
    series, channels = 400, 6
    lengths = np.clip(rng.gamma(2.2, 28, series).astype(np.int64) + 3, 3, 200)
    lengths[:2] = 3, 200
    label = rng.integers(0, 3, series).astype(np.int8)
    parts = []
    for steps, group in zip(lengths.tolist(), label.tolist(), strict=True):
        time = np.arange(steps)[:, None] / 50.0
        speed = rng.uniform(0.4, 1.2, channels) * (1 + 0.6 * group)
        wave = np.sin(2 * np.pi * (speed * time + rng.uniform(0, 1, channels)))
        drift = rng.normal(0, 0.25, channels) * time
        signal = rng.uniform(0.5, 1.5, channels) * wave + drift + rng.normal(0, 0.04, (steps, channels))
        if steps > 20 and rng.random() < 0.35:
            start = int(rng.integers(2, steps - 12))
            signal[start : start + int(rng.integers(2, 10)), int(rng.integers(channels))] = np.nan
        parts.append(signal)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    arrays = {"values": np.concatenate(parts).astype(np.float32), "offsets": offsets, "label": label}
    return npz(arrays)


def features(rng: np.random.Generator) -> bytes:
    """Return an NPY [600, 4] float32: related numbers of different size, 6 % missing anywhere in a row."""
    base = rng.normal(0, 1, 600)
    spread = rng.normal(0, 1, (600, 4))
    rows = np.stack([base, 0.6 * base, -0.3 * base, 0 * base], axis=1) + 0.5 * spread
    rows = rows * (1.0, 12.0, 0.2, 5.0) + (0.0, 50.0, 1.0, -3.0)
    rows[rng.random(rows.shape) < 0.06] = np.nan
    return npy(np.round(rows, 3).astype(np.float32))


def baskets(rng: np.random.Generator) -> bytes:
    """Return ragged lines of product names: each basket is taken from two or three shelves."""
    lines = []
    for size in np.clip(rng.poisson(4.2, 300), 1, 12).tolist():
        shelves = rng.choice(len(SHELVES), 3, replace=False)
        choice = [name for shelf in shelves for name in SHELVES[shelf]]
        picked = rng.choice(len(choice), size, replace=False)
        lines.append(",".join(choice[at] for at in picked.tolist()))
    return ("\n".join(lines) + "\n").encode()


def shapes(rng: np.random.Generator) -> bytes:
    """Return a JSON array of grey images, each of its own height and width, with the name of its shape."""
    lines = []
    for at in range(IMAGES):
        name = SHAPES[at % len(SHAPES)]
        height, width = (int(side) for side in rng.integers(8, MOST_PIXELS + 1, 2))
        grey = rng.integers(120, 256) * drawn(name, height, width) + rng.integers(0, 24, (height, width))
        pixels = np.clip(grey, 0, 255).astype(int).tolist()
        image = json.dumps(pixels, separators=(",", ":"))
        lines.append(f'{{"image": {image}, "shape": "{name}"}}')
    return ("[\n  " + ",\n  ".join(lines) + "\n]\n").encode()


def drawn(name: str, height: int, width: int) -> np.ndarray:
    """Return how much of each pixel a shape covers, float64 [height, width] from 0 to 1."""
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    distance = {
        "circle": np.abs(np.hypot(x, y) - 0.65) - 0.14,
        "cross": np.minimum(np.abs(x), np.abs(y)) - 0.16,
        "square": np.abs(np.maximum(np.abs(x), np.abs(y)) - 0.65) - 0.14,
        "triangle": np.maximum(np.abs(x) * 1.7 - y - 0.7, y - 0.75),
    }[name]
    soft = 2.0 / min(height, width)
    return np.clip(0.5 - distance / soft, 0.0, 1.0)


def npy(array: np.ndarray) -> bytes:
    """Return the array as the bytes of an NPY file."""
    out = io.BytesIO()
    np.save(out, array, allow_pickle=False)
    return out.getvalue()


def npz(arrays: dict[str, np.ndarray]) -> bytes:
    """Return the arrays as the bytes of an NPZ file without the time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), npy(array), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def lengths_of(name: str, content: bytes) -> np.ndarray:
    """Return the number of steps of each row of a sample, as the program counts them."""
    if name == "reviews.parquet":
        column = pq.read_table(io.BytesIO(content)).column("tokens").combine_chunks()
        return np.diff(column.offsets.to_numpy())
    if name == "sensors.npz":
        with np.load(io.BytesIO(content)) as arrays:
            return np.diff(arrays["offsets"])
    if name == "features.npy":
        rows, steps = np.load(io.BytesIO(content)).shape
        return np.full(rows, steps)
    if name == "baskets.csv":
        return np.array([line.count(b",") + 1 for line in content.splitlines()])
    rows = json.loads(content)
    return np.array([len(row["image"] if name == "shapes.json" else row) for row in rows])


def facts(name: str, content: bytes) -> dict[str, int | list[int]]:
    """Return rows, shortest and longest, and rows in at most 24 bins of one whole number of steps."""
    lengths = lengths_of(name, content)
    shortest, longest = int(lengths.min()), int(lengths.max())
    width = -(-(longest - shortest + 1) // MOST_BINS)
    histogram = np.bincount((lengths - shortest) // width)
    return {"rows": len(lengths), "shortest": shortest, "longest": longest, "histogram": histogram.tolist()}


def index(files: dict[str, bytes]) -> bytes:
    """Return what the start page says about the samples, one sample after the other."""
    entries = [
        {"file": file, "title": title, "subtitle": subtitle, **facts(file, files[file])}
        for file, title, subtitle in INDEX
    ]
    lines = [
        ",\n".join(
            f"    {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in one.items()
        )
        for one in entries
    ]
    return ("[\n" + ",\n".join(f"  {{\n{one}\n  }}" for one in lines) + "\n]\n").encode()


def make() -> dict[str, bytes]:
    """Return the content of every sample file by its name."""
    files = {
        "padding-basics.json": padding_basics(),
        "reviews.parquet": reviews(np.random.default_rng(SEED)),
        "sensors.npz": sensors(np.random.default_rng(SEED + 1)),
        "features.npy": features(np.random.default_rng(SEED + 2)),
        "baskets.csv": baskets(np.random.default_rng(SEED + 3)),
        "shapes.json": shapes(np.random.default_rng(SEED + 4)),
    }
    return {**files, "index.json": index(files)}


def main() -> None:
    """Write the samples beside this script."""
    SAMPLES.mkdir(exist_ok=True)
    for name, content in make().items():
        (SAMPLES / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
