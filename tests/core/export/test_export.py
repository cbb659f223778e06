"""Export as a whole: place, errors, stops, sidecar, the same bytes every time."""

import contextlib
import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

import padviewer.core.export as exporting
from padviewer.core.checks.plan import check
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError, LossError, PathError, Stopped
from padviewer.core.export import (
    FORMATS,
    check_destination,
    estimate,
    export,
    run,
    sidecar,
)
from padviewer.core.files import sidecar as sidecar_file
from padviewer.core.files import whole_file as whole
from padviewer.core.files.leftovers import LEFTOVER, remove_leftovers
from padviewer.core.opening import open_dataset
from padviewer.core.recipe import Recipe, Rows, TensorRecipe

ROOT = Path(__file__).resolve().parents[3]
ALL = (*FORMATS, "")
ROWS = [[1, 2, 3], [], [4]]
WORDS = {"x": TensorRecipe("text", (Tokenise(), Vocabulary()))}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("suffix", ALL)
def test_what_was_written_is_told(plan_of, tmp_path, suffix):
    plan = plan_of({"x": ROWS, "label": [1, 0, 1]})
    source = tmp_path / "source.jsonl"
    source.write_bytes(b"data")
    out = tmp_path / f"out{suffix}"
    written = export(plan, out, source=source)
    assert written.path == out
    assert written.files[-1] == tmp_path / f"out{suffix}.padviewer.json"
    assert all(file.is_file() for file in written.files)
    assert written.nbytes == sum(file.stat().st_size for file in written.files[:-1])
    (tensor,) = written.tensors
    assert (tensor.name, tensor.shape, tensor.dtype) == ("x", (3, 3), "int32")
    assert tensor.file in written.files
    assert tensor.sha256 == sha256(tensor.file)
    said = json.loads(json.dumps(written.to_json()))
    assert set(said) >= {"tensors", "findings"}
    assert set(said["tensors"][0]) == {"name", "shape", "dtype", "file", "sha256"}
    unheld = ["not-in-file"] if suffix == ".npy" else []
    assert [finding["code"] for finding in said["findings"]] == ["empty-rows", *unheld]
    beside = json.loads(written.files[-1].read_text())
    assert {file["name"]: file["sha256"] for file in beside["files"]} == {
        file.name: sha256(file) for file in written.files[:-1]
    }
    assert beside["source"] == {
        "name": "source.jsonl", "bytes": 4, "sha256_of_ends": hashlib.sha256(b"data").hexdigest()
    }  # fmt: skip
    assert not [name for name in names(tmp_path) if LEFTOVER.fullmatch(name)]


@pytest.mark.parametrize("suffix", ALL)
def test_same_bytes_every_time_and_from_everywhere(plan_of, tmp_path, monkeypatch, suffix):
    seen = []
    for turn in range(2):
        folder = tmp_path / f"place{turn}"
        folder.mkdir()
        monkeypatch.chdir(folder if turn else tmp_path)
        (folder / "s.txt").write_text("a b")
        plan = plan_of({"text": ["a b c", "b", ""], "label": ["é", "b", "c"]}, WORDS, path=folder / "s.txt")
        written = export(plan, Path(f"out{suffix}") if turn else folder / f"out{suffix}")
        seen.append([(file.name, file.read_bytes()) for file in written.files])
    assert seen[0] == seen[1]


def test_a_sidecar_larger_than_any_is_not_read(plan_of, tmp_path, monkeypatch):
    export(plan_of({"x": ROWS}), tmp_path / "x.npy")
    assert sidecar.read(tmp_path / "x.npy")["version"] == 1
    monkeypatch.setattr(sidecar_file, "LARGEST", 10)
    assert sidecar.read(tmp_path / "x.npy") is None


def test_a_source_that_is_gone_is_named_as_it_was(plan_of, tmp_path):
    plan, gone = plan_of({"x": [[1, 2], [3]]}, {"x": TensorRecipe()}), tmp_path / "gone.jsonl"
    with pytest.raises(PathError, match="The source cannot be read"):
        export(plan, tmp_path / "x.npz", source=gone)
    assert names(tmp_path) == []
    known = {"name": "gone.jsonl", "bytes": 9, "sha256_of_ends": None}
    export(plan, tmp_path / "x.npz", source=gone, known=known)
    assert sidecar.read(tmp_path / "x.npz")["source"] == known


def test_sidecar_counts(plan_of, tmp_path):
    # Rows of 3, 0 and 5 steps at maxlen 4: one row cut by 1, 12 - 7 = 5 cells filled; 0 twice.
    recipe = TensorRecipe(maxlen=4, dtype="int8", lossy="allow")
    plan = plan_of({"x": [[0, 300, 3], [], [1, 2, 3, 0, 9]]}, {"x": recipe})
    written = export(plan, tmp_path / "x.npz")
    document = json.loads((tmp_path / "x.npz.padviewer.json").read_text())
    assert document["rows"] == {"in": 3, "out": 3}
    assert document["source"] is None
    assert document["tensors"] == [
        {
            "name": "x",
            "column": "x",
            "shape": [3, 4],
            "dtype": "int8",
            "steps": {"in": 8, "out": 7, "cut": 1},
            "rows_cut": [1],
            "steps_filled": 5,
            "values_changed_by_cast": 1,
            "steps_equal_to_fill": 2,
            "padding": ["post"],
        }
    ]
    found = {finding.code: finding.count for finding in written.findings}
    assert found["lossy-cast"] == 1
    assert found["fill-collides"] == 2
    assert found["steps-lost"] == 1


@pytest.mark.parametrize(("mode", "told"), [("constant", 1), ("edge", 1)])
def test_collisions_with_a_nan_fill(plan_of, tmp_path, mode, told):
    plan = plan_of(
        {"x": [[[1.0, np.nan]], [[2.0, 3.0], [np.nan, np.nan]]]}, {"x": TensorRecipe(value=np.nan, mode=mode)}
    )
    written = export(plan, tmp_path / "x.npz")
    document = json.loads((tmp_path / "x.npz.padviewer.json").read_text())
    assert document["tensors"][0]["steps_equal_to_fill"] == told
    assert ("fill-collides" in {finding.code for finding in written.findings}) is (mode == "constant")


def test_source_folder_has_an_identity(tmp_path):
    folder = tmp_path / "ds"
    folder.mkdir()
    (folder / "a").write_bytes(bytes(3 << 20))
    (folder / "b").write_bytes(b"1")
    one = sidecar.identity(folder)
    assert (one["name"], one["files"], one["bytes"]) == ("ds", 2, (3 << 20) + 1)
    (folder / "b").write_bytes(b"2")
    assert sidecar.identity(folder)["sha256_of_ends"] != one["sha256_of_ends"]


@pytest.mark.parametrize("size", [0, 10, (1 << 20) + 5, (2 << 20) + 5, 3 << 20])
def test_source_identity_is_of_its_ends(tmp_path, size):
    content = np.random.default_rng(size).bytes(size)
    (tmp_path / "s").write_bytes(content)
    ends = content if size <= 2 << 20 else content[: 1 << 20] + content[-(1 << 20) :]
    assert sidecar.identity(tmp_path / "s")["sha256_of_ends"] == hashlib.sha256(ends).hexdigest()


def test_source_that_is_gone(plan_of, tmp_path):
    with pytest.raises(PathError) as caught:
        export(plan_of({"x": ROWS}), tmp_path / "x.npz", source=tmp_path / "gone")
    assert caught.value.code == "cannot-read"
    assert names(tmp_path) == []


def test_unknown_suffix(plan_of, tmp_path):
    with pytest.raises(ChoiceError) as caught:
        export(plan_of({"x": ROWS}), tmp_path / "x.xlsx")
    assert caught.value.exit_code == 2
    assert all(suffix in str(caught.value) for suffix in FORMATS)
    with pytest.raises(ChoiceError):
        estimate(plan_of({"x": ROWS}), ".xlsx")


@pytest.mark.parametrize("suffix", ALL)
def test_loss_leaves_nothing(plan_of, tmp_path, suffix):
    rows = [[1]] * 300_000 + [[300]]
    with pytest.raises(LossError):
        export(plan_of({"x": rows}, {"x": TensorRecipe(dtype="int8")}), tmp_path / f"x{suffix}")
    assert names(tmp_path) == []


@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("turns", [0, 1])
def test_stop_leaves_what_was_there(plan_of, tmp_path, suffix, turns):
    plan = plan_of({"x": np_rows(200_000), "label": list(range(200_000))})
    out = tmp_path / f"x{suffix}"
    export(plan_of({"x": ROWS}), out)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    asked = []

    def stop():
        asked.append(1)
        return len(asked) > turns

    with pytest.raises(Stopped):
        export(plan, out, should_stop=stop)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert len(names(tmp_path)) == 2


def np_rows(n):
    return Ragged(np.arange(2 * n, dtype=np.int32), np.arange(0, 2 * n + 1, 2, dtype=np.int64))


@pytest.mark.parametrize("suffix", [".npz", ".npy", ""])
def test_progress_ends_at_all_bytes(plan_of, tmp_path, suffix):
    plan = plan_of({"x": np_rows(1_000_000)}, {"x": TensorRecipe(maxlen=4)})
    seen = []
    export(plan, tmp_path / f"x{suffix}", progress=lambda done, total: seen.append((done, total)))
    expected = sum(nbytes for *_, nbytes in estimate(plan, suffix))
    assert seen[0] == (0, expected)
    assert seen[-1] == (expected, expected)
    assert seen == sorted(seen)
    assert len(seen) > 3


@pytest.mark.parametrize("suffix", ALL)
def test_full_disk_leaves_what_was_there(plan_of, tmp_path, monkeypatch, suffix):
    out = tmp_path / f"x{suffix}"
    export(plan_of({"x": ROWS}), out)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    real, room = os.write, [900]

    def write(descriptor, data):
        room[0] -= len(data)
        if room[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, data)

    monkeypatch.setattr(whole.os, "write", write)
    with pytest.raises(PathError) as caught:
        export(plan_of({"x": np.arange(5000).reshape(100, 50).tolist()}), out)
    assert caught.value.code == "disk-full"
    monkeypatch.undo()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_more_than_the_disk_has_is_refused_before_work(plan_of, tmp_path, monkeypatch):
    plan = plan_of({"x": ROWS})
    free = sum(nbytes for *_, nbytes in estimate(plan, ".npz")) - 1
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil's own
    monkeypatch.setattr(whole.shutil, "disk_usage", lambda folder: usage(100, 0, free))
    for suffix in (".npz", ""):
        with pytest.raises(PathError) as caught:
            export(plan, tmp_path / f"x{suffix}", progress=lambda done, total: done and pytest.fail("work"))
        assert caught.value.code == "disk-full"
        assert names(tmp_path) == []


@pytest.mark.parametrize("suffix", tuple(FORMATS))
def test_read_only_target_and_sidecar(plan_of, tmp_path, suffix):
    plan = plan_of({"x": ROWS})
    out = tmp_path / f"x{suffix}"
    for locked in (out, Path(f"{out}.padviewer.json")):
        locked.write_bytes(b"old")
        locked.chmod(0o444)
        with pytest.raises(PathError) as caught:
            export(plan, out)
        assert caught.value.code == "read-only"
        assert names(tmp_path) == [locked.name]
        locked.unlink()


def test_output_is_input(plan_of, tmp_path):
    source = tmp_path / "s.npz"
    source.write_bytes(b"data")
    (tmp_path / "link.npz").hardlink_to(source)
    for out in (source, tmp_path / "link.npz"):
        with pytest.raises(PathError) as caught:
            export(plan_of({"x": ROWS}, path=source), out)
        assert (caught.value.code, caught.value.exit_code) == ("output-is-input", 4)
    with pytest.raises(PathError) as caught:
        run(Recipe({"x": TensorRecipe()}), source, source)
    assert caught.value.code == "output-is-input"
    assert source.read_bytes() == b"data"
    beside = tmp_path / "y.csv.padviewer.json"
    beside.write_bytes(b"data")
    with pytest.raises(PathError):
        check_destination(tmp_path / "y.csv", beside)


def test_a_folder_that_holds_the_source_is_not_replaced(plan_of, tmp_path):
    export(plan_of({"x": ROWS}), tmp_path / "f")
    source = tmp_path / "f" / "x.npy"
    with pytest.raises(PathError) as caught:
        export(plan_of({"x": ROWS}, path=source), tmp_path / "f")
    assert caught.value.code == "output-is-input"
    assert source.exists()


def test_still_reading(plan_of, tmp_path):
    plan = plan_of({"x": ROWS}, complete=False)
    with pytest.raises(ContentError) as caught:
        export(plan, tmp_path / "x.npz")
    assert caught.value.code == "still-reading"


def test_run_opens_fits_and_exports(tmp_path):
    offsets = np.array([0, 3, 3, 4])
    np.savez(tmp_path / "s.npz", values=np.array([1, 2, 3, 4]), offsets=offsets)
    (column,) = open_dataset(tmp_path / "s.npz").with_role_of("sequence")
    written = run(Recipe({"x": TensorRecipe(column)}), str(tmp_path / "s.npz"), str(tmp_path / "o.npy"))
    assert np.load(written.path).tolist() == [[1, 2, 3], [0, 0, 0], [4, 0, 0]]


def test_rows_of_the_recipe(plan_of, tmp_path):
    data = {"x": [[1], [2, 3], [4]], "label": [5, 6, 7], "weight": [0.5, 1.5, 2.5]}
    export(plan_of(data, rows=Rows(1, 3)), tmp_path / "o.npz")
    with np.load(tmp_path / "o.npz") as file:
        assert file["x"].tolist() == [[2, 3], [4, 0]]
        assert file["label"].tolist() == [6, 7]
        assert file["weight"].tolist() == [1.5, 2.5]


def test_own_hasher_is_used(plan_of, tmp_path):
    class Counting:
        def __init__(self):
            self.size = 0

        def update(self, data):
            self.size += len(data)

        def hexdigest(self):
            return f"{self.size} bytes"

    written = export(plan_of({"x": ROWS}), tmp_path / "o.npz", hasher=Counting)
    assert written.tensors[0].sha256 == f"{(tmp_path / 'o.npz').stat().st_size} bytes"


@pytest.mark.parametrize("suffix", [".npz", ""])
def test_killed_export_leaves_the_old_one(plan_of, tmp_path, suffix):
    out = tmp_path / f"o{suffix}"
    export(plan_of({"x": ROWS}), out)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code = """
        import sys, time
        from pathlib import Path
        import numpy as np
        from padviewer.core.export import export
        from padviewer.core.data.dataset import Dataset
        from padviewer.core.choices.fitting import fit, prepare
        from padviewer.core.padding.plan import resolve
        from padviewer.core.data.ragged import Ragged
        from padviewer.core.recipe import Recipe, TensorRecipe
        data = Dataset({"x": Ragged(np.arange(4_000_000), np.arange(0, 4_000_001, 4))})
        fitted = fit(Recipe({"x": TensorRecipe()}), data)
        def progress(done, total):
            if done > total / 2:
                print("half", flush=True)
                time.sleep(60)
        export(resolve(fitted, prepare(fitted, data)), Path(sys.argv[1]), progress=progress)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(out)], cwd=ROOT, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout.readline() == b"half\n"
        child.send_signal(signal.SIGKILL)
        child.wait(60)
    left = [name for name in names(tmp_path) if LEFTOVER.fullmatch(name)]
    assert len(left) == 2
    assert remove_leftovers(tmp_path, child.pid) == 2
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_formats_are_named():
    assert [exporting.FORMATS[suffix].name for suffix in (".npz", ".npy", ".parquet", ".csv")] == [
        "NumPy archive", "NumPy array", "Parquet", "CSV",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "choices", "count"),
    [
        # Masking(0.0) masks a step only where both features are 0
        ([[[0.0, 0.0], [0.0, 1.0]], [[2.0, 0.0]], []], {}, 1),
        ([[0, 1, 0], [0]], {}, 3),
        ([[0, 1, 0], [0]], {"mode": "edge"}, 3),
        ([[1, None], [0, 2, 3]], {"lossy": "allow"}, 2),  # the missing one becomes 0
        ([[1, None], [0, 2, 3]], {"dtype": "float32", "value": float("nan")}, 1),
        ([[1, 300], [255]], {"dtype": "uint8", "lossy": "allow", "value": 255}, 2),
    ],
)
def test_an_export_counts_the_steps_that_check_counts(plan_of, tmp_path, column, choices, count):
    plan = plan_of({"x": column}, {"x": TensorRecipe(**choices)})
    with contextlib.closing(np.load(export(plan, tmp_path / "x.npz").path)) as arrays:
        array, mask, fill = arrays["x"], arrays["x_mask"], choices.get("value", 0)
    same = np.isnan(array) if fill != fill else array == fill
    assert (same.reshape(*mask.shape, -1).all(axis=-1) & mask).sum() == count  # numpy's own count
    document = json.loads((tmp_path / "x.npz.padviewer.json").read_text())
    assert document["tensors"][0]["steps_equal_to_fill"] == count
    found = {one.code: (one.count, str(one.message)) for one in export(plan, tmp_path / "x.npz").findings}
    checked = {one.code: (one.count, str(one.message)) for one in check(plan)}
    assert found.get("fill-collides") == checked.get("fill-collides")
    assert ("fill-collides" in checked) is (choices.get("mode") != "edge")
