"""The files that the monkey opens: every format, damaged ones, recipes and models."""

import json
import shutil

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.session import recent


def make_files(folder):
    """Write small files of every format, damaged ones, recipes; return the folder's contents by name."""
    folder.mkdir(exist_ok=True)
    random = np.random.default_rng(3)
    for sample in recent.samples():
        shutil.copy(sample.path, folder)
    rows = [random.integers(0, 50, int(random.integers(0, 30))).tolist() for _ in range(90)]
    labels = [int(one) for one in random.integers(0, 3, len(rows))]
    texts = [" ".join(f"w{one}" for one in row) for row in rows]
    np.save(folder / "flat.npy", random.normal(size=(40, 12)).astype("float32"))
    np.save(folder / "cube.npy", random.integers(0, 255, (12, 8, 8, 3)).astype("uint8"))
    np.savez(folder / "pair.npz", x=random.normal(size=(20, 6)), y=np.arange(20))
    (folder / "ragged.jsonl").write_text(
        "".join(
            json.dumps({"x": x, "text": t, "label": y}) + "\n"
            for x, t, y in zip(rows, texts, labels, strict=True)
        )
    )
    (folder / "nested.json").write_text(json.dumps([[row[:3], row[3:9]] for row in rows]))
    (folder / "text äß.csv").write_text(
        "text,label\n" + "".join(f"{t},{y}\n" for t, y in zip(texts, labels, strict=True))
    )
    (folder / "numbers.tsv").write_text("a\tb\n" + "".join(f"{y}\t{y / 3}\n" for y in labels))
    (folder / "lines.txt").write_text("\n".join(texts))
    table = pa.table({"x": rows, "when": labels, "gone": [None if y else 1.5 for y in labels]})
    pq.write_table(table, folder / "lists.parquet")
    with pa.ipc.new_file(str(folder / "lists.arrow"), table.schema) as sink:
        sink.write_table(table)
    (folder / "empty.jsonl").write_bytes(b"")
    (folder / "all-empty.jsonl").write_text('{"x": []}\n{"x": []}\n')
    (folder / "noise.bin").write_bytes(random.bytes(4000))
    (folder / "mixed.jsonl").write_text('{"x": [1, 2]}\n{"x": "words"}\nno json\n{"y": 3}\n')
    for name in ("lists.parquet", "pair.npz", "flat.npy", "nested.json"):
        content = (folder / name).read_bytes()
        (folder / f"cut-{name}").write_bytes(content[: len(content) * 2 // 3])
    Recipe({"x": TensorRecipe(padding="post", maxlen=9)}).save(folder / "x.toml")
    Recipe({"text": TensorRecipe(truncating="middle", maxlen=5)}).save(folder / "text.toml")
    (folder / "rubbish.toml").write_text("= [ rubbish")
    (folder / "model.keras").write_bytes(b"PK rubbish")
    (folder / "bad.keras").write_bytes(b"")
    return sorted(one.name for one in folder.iterdir())
