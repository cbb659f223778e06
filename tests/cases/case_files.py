"""The files of the cases, what each should say, and what it was opened as."""

import json
from pathlib import Path

from padviewer.core.opening import open_dataset

HERE = Path(__file__).parent


def expected(case):
    (path,) = HERE.glob(f"{case}-*.expect.json")
    return json.loads(path.read_text())["expect"]


def opened(name, **options):
    return open_dataset(HERE / name, **options)


def codes(dataset):
    return {one.code: one for one in dataset.findings}


def lists(dataset, names=None):
    return {name: dataset[name].to_lists() for name in names or dataset.columns}


def file(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


ODD = ("...", "?", "-", ".", "#N/A", "missing", "12%", "$3", "1.0D+03", "0x1F", "−5", "1_000", "½")


WRITTEN = {"$3": 3, "1.0D+03": 1000.0, "0x1F": 31, "−5": -5, "1_000": 1000, "½": 0.5, "12": 12}
