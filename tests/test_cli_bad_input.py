"""Bad input on the command line: one sentence, the right exit code, nothing half-written."""

import errno
import os
import shutil
import zipfile
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from padviewer.cli import main
from padviewer.core.files import whole_file as whole


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with good and bad files, which is the current one."""
    monkeypatch.chdir(tmp_path)
    np.save("good.npy", np.arange(12, dtype=np.int64).reshape(3, 4))
    Path("plain.jsonl").write_text('{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n', "utf-8")
    Path("lists.jsonl").write_text('{"x": [1, 300], "y": 0}\n{"x": [], "y": 1}\n', "utf-8")
    Path("floats.jsonl").write_text('{"x": [0.5, 2]}\n{"x": [1]}\n', "utf-8")
    Path("hollow.jsonl").write_text('{"x": []}\n{"x": []}\n', "utf-8")
    Path("empty.npy").write_bytes(b"")
    Path("cut.npy").write_bytes(Path("good.npy").read_bytes()[:-8])
    np.savez("good.npz", x=np.arange(4).reshape(2, 2))
    Path("cut.npz").write_bytes(Path("good.npz").read_bytes()[:-30])
    Path("named.parquet").write_bytes(b"PAR1" + b"\0" * 40)
    Path("picture.npy").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    rows = np.empty(2, object)
    rows[:] = [[1, 2], [3]]
    np.savez("objects.npz", rows=rows)
    Path("pickle.npy").write_bytes(b"\x80\x04\x95" + b"\0" * 40)
    Path("folder").mkdir()
    Path("dangling.npy").symlink_to("nowhere.npy")
    os.mkfifo("pipe.npy")
    Path("readonly.npz").write_bytes(b"kept")
    Path("readonly.npz").chmod(0o444)
    Path("bad.toml").write_text("padviewer = 1\n[tensors.x]\nmaxlen = 0\n", "utf-8")
    Path("none.toml").write_text("hello", "utf-8")
    with zipfile.ZipFile("empty.keras", "w"):
        pass
    return tmp_path


BAD = [
    # the file
    (1, "info empty.npy", "empty.npy: The file is empty (0 bytes)."),
    (1, "info cut.npy", "cut.npy"),
    (1, "info cut.npz", "cut.npz"),
    (1, "info named.parquet", "named.parquet"),
    (1, "info picture.npy", "picture.npy: This is a PNG picture, which PadViewer does not read."),
    (3, "info objects.npz", "allow_pickle=True"),
    (3, "pad objects.npz -o out.npz", "allow_pickle=True"),
    (3, "info pickle.npy", "pickle"),
    (4, "info missing.npy", "missing.npy: There is no such file."),
    (4, "stats missing.npy --column x", "missing.npy: There is no such file."),
    (4, "check missing.npy", "missing.npy: There is no such file."),
    (4, "pad missing.npy -o out.npz", "missing.npy: There is no such file."),
    (4, "info folder", "folder: This is a folder."),
    (4, "info pipe.npy", "not a regular file"),
    (4, "pad pipe.npy -o out.npz", "not a regular file"),
    (4, "info dangling.npy", "dangling.npy: There is no such file."),
    (4, "info missing.keras", "missing.keras: There is no such file."),
    (1, "info empty.keras", "empty.keras"),
    (4, "info missing.toml", "missing.toml: There is no such file."),
    (1, "info none.toml", "none.toml: The recipe is no TOML"),
    (4, "summary missing.keras", "missing.keras: There is no such file."),
    (1, "summary good.npy", "good.npy"),
    # the column
    (1, "pad lists.jsonl -o out.npz --column z", "There is no column “z”. The columns are: x, y."),
    (1, "stats lists.jsonl --column y", "holds one integer value a row, no sequence."),
    (1, "check plain.jsonl", "None of the columns holds sequences: a, b."),
    (1, "pad plain.jsonl -o out.npz", "None of the columns holds sequences: a, b."),
    (1, "pad lists.jsonl -o out.npz --label z", "There is no column “z”."),
    (
        1,
        "pad lists.jsonl -o out.npz --label x",
        "The column “x” is padded, so that it cannot hold the labels.",
    ),
    (2, "pad lists.jsonl -o out.npz --column x --label x", "--label: "),
    # choices
    (2, "pad lists.jsonl -o out.npz --maxlen 0", "--maxlen: Maxlen must be 1 or more, not 0."),
    (2, "pad lists.jsonl -o out.npz --maxlen -1", "--maxlen: Maxlen must be 1 or more, not -1."),
    (2, "pad lists.jsonl -o out.npz --maxlen 1000000000000", "--maxlen: Maxlen must be at most"),
    (2, "pad lists.jsonl -o out.npz --maxlen 10**12", "--maxlen: Maxlen is a number, max, or a percentile"),
    (2, "stats missing.npy --maxlen 1.5", "--maxlen: "),
    (2, "check missing.npy --maxlen p0", "--maxlen: "),
    (1, "pad lists.jsonl -o out.npz --maxlen 5,6", "maxlen has 2 values"),
    (1, "check lists.jsonl --padding pre,post", "padding has 2 values"),
    (1, "pad hollow.jsonl -o out.npz", "so maxlen max is 0."),
    (
        2,
        "pad lists.jsonl -o out.npz --value 300 --dtype int8",
        "--value: The fill value 300 does not fit int8.",
    ),
    (2, "pad lists.jsonl -o out.npz --value -1 --dtype uint8", "--value: The fill value -1 does not fit"),
    (1, "pad lists.jsonl -o out.npz --value 0.5", "The fill value 0.5 does not fit the int64 values"),
    (2, "pad lists.jsonl -o out.npz --value much", "--value: This must be a number, not 'much'."),
    (1, "pad lists.jsonl -o out.npz --dtype int8", "int8"),
    (1, "pad floats.jsonl -o out.npz --dtype int32", "int32"),
    (2, "pad lists.jsonl -o out.npz --dtype int7", "--dtype: “int7” is no dtype."),
    (
        2,
        "pad lists.jsonl -o out.npz --mode fish",
        "--mode: Mode is constant, edge, reflect, symmetric or wrap",
    ),
    (2, "pad lists.jsonl -o out.npz --padding left", "--padding: Padding is pre, post or both, not 'left'."),
    (2, "pad lists.jsonl -o out.npz --padding=", "--padding: "),
    (2, "pad lists.jsonl -o out.npz --truncating both", "--truncating: Truncating is pre, post or middle"),
    (2, "pad lists.jsonl -o out.npz --lossy maybe", "--lossy: Lossy is refuse or allow, not 'maybe'."),
    (2, "pad lists.jsonl -o out.npz --multiple-of 0", "--multiple-of: "),
    (2, "pad lists.jsonl -o out.npz --multiple-of -2", "--multiple-of: "),
    (2, "pad lists.jsonl -o out.npz --multiple-of two", "--multiple-of: "),
    (2, "pad lists.jsonl -o out.npz --tokens letters", "--tokens: Texts are cut into words or characters"),
    (2, "pad lists.jsonl -o out.npz --ids random", "--ids: Ids go by appearance or frequency"),
    (1, "pad lists.jsonl -o out.npz --tokens words", "Only a column of texts is cut into words"),
    (1, "pad lists.jsonl -o out.npz --ids frequency", "A vocabulary is made of texts"),
    (1, "pad lists.jsonl -o out.npz --fill unknown", "is filled with a number, not 'unknown'."),
    (2, "pad lists.jsonl -o out.npz --fill nan", "--fill: "),
    (2, "pad lists.jsonl -o out.npz --rows 3", "--rows: Rows are A:B, such as 0:1000, not '3'."),
    (2, "pad lists.jsonl -o out.npz --rows a:b", "--rows: Rows are A:B"),
    (2, "pad lists.jsonl -o out.npz --rows 5:2", "--rows: "),
    (2, "pad lists.jsonl -o out.npz --rows -5:2", "--rows: "),
    (1, "pad lists.jsonl -o out.npz --rows 2:9", "Rows from 2 on are asked for; there are 2."),
    (2, "info lists.jsonl --format fish", "--format: There is no format “fish”."),
    (2, "info lists.jsonl --format csv --delimiter ab", "--delimiter: A delimiter is one character"),
    (2, "info lists.jsonl --format csv --shape round", "--shape: "),
    (2, "pad lists.jsonl -o out.npz --recipe bad.toml", "bad.toml, maxlen: Maxlen must be 1 or more"),
    (4, "pad lists.jsonl -o out.npz --recipe missing.toml", "missing.toml: There is no such file."),
    (1, "pad lists.jsonl -o out.npz --recipe none.toml", "none.toml: The recipe is no TOML"),
    (4, "check lists.jsonl --model missing.keras", "missing.keras: There is no such file."),
    # the destination
    (2, "pad lists.jsonl -o out.fish", "--output: There is no export format for “.fish”."),
    (4, "pad lists.jsonl -o missing/out.npz", "There is no folder"),
    (4, "pad lists.jsonl -o readonly.npz", "readonly.npz: The file is read-only"),
    (4, "pad good.npy -o good.npy", "good.npy: The export would replace the source"),
    (4, "pad good.npy -o folder/../good.npy", "The export would replace the source"),
    (4, "pad lists.jsonl -o out.npz --save-recipe missing/r.toml", "There is no folder"),
    (4, "pad lists.jsonl -o out.npz --save-recipe folder", "folder: This is a folder."),
    # words
    (2, "pad lists.jsonl", "The following arguments are required: -o/--output."),
    (2, "pad", "The following arguments are required: -o/--output."),
    (2, "info", "The following arguments are required: FILE, or --sample NAME."),
    (2, "info lists.jsonl --column x", "Unrecognized arguments: --column x."),
    (2, "pad lists.jsonl -o out.npz --max 5", "Unrecognized arguments: --max 5."),
    (2, "pad lists.jsonl -o out.npz --maxlen", "--maxlen: expected one argument."),
    (2, "code a.csv b.csv", "Give one dataset at a time, not code and a.csv."),
    (2, "--size huge", "--size: a size is WIDTHxHEIGHT"),
    (2, "--size 0x5", "--size: a size is WIDTHxHEIGHT"),
    (2, "--theme pink", "--theme: invalid choice: 'pink' (choose from"),
    (2, "--worker none", "--worker: invalid choice"),
]


def everything(folder):
    """Return every name in the folder, and the bytes of every regular file."""
    return {path.name: path.read_bytes() if path.is_file() else None for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(("code", "words", "said"), BAD, ids=[words for _, words, _ in BAD])
def test_one_line_the_code_and_nothing_written(place, capsys, code, words, said):
    before = everything(place)
    json = ["--json"] if words.split()[0] in {"info", "stats", "pad", "check", "summary"} else []
    assert main([*words.split(), *json]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("padviewer: ")
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert everything(place) == before


def test_the_table_would_see_a_file(place):
    before = everything(place)
    assert main(["pad", "lists.jsonl", "-o", "out.npz"]) == 0
    assert set(everything(place)) - set(before) == {"out.npz", "out.npz.padviewer.json"}


def test_an_unreadable_file(place, monkeypatch, capsys):
    opening = Path.open

    def refuse(self, *args, **options):
        if self.name == "good.npy":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opening(self, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    assert main(["info", "good.npy"]) == 4
    assert capsys.readouterr().err == "padviewer: good.npy: The file cannot be opened: Permission denied.\n"


def test_no_room_is_said_before_any_work(place, monkeypatch, capsys):
    before = everything(place)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    assert main(["pad", "lists.jsonl", "-o", "out.npz"]) == 4
    assert "bytes are needed and 0 are free" in capsys.readouterr().err
    assert everything(place) == before


def test_a_disk_that_fills_up_keeps_what_was_there(place, monkeypatch, capsys):
    assert main(["pad", "lists.jsonl", "-o", "out.npz"]) == 0
    before = everything(place)
    capsys.readouterr()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole.WholeFile, "write", full)
    assert main(["pad", "lists.jsonl", "-o", "out.npz", "--maxlen", "1"]) == 4
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert everything(place) == before


def test_models_without_keras_say_what_to_install(place, monkeypatch, capsys):
    import json
    import sys

    with zipfile.ZipFile("m.keras", "w") as archive:
        archive.writestr("metadata.json", "{}")
        archive.writestr("config.json", json.dumps({"class_name": "Sequential", "config": {"layers": []}}))
    monkeypatch.setitem(sys.modules, "keras", None)
    assert main(["summary", "m.keras", "--json"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.endswith(f'Install it with: {sys.executable} -m pip install "padviewer[tensorflow]"\n')
