"""The code of a refusal is found, and does what the sentence says."""

import subprocess
import sys

import numpy as np
import pytest

from padviewer.core import open_dataset
from padviewer.core.errors import UnsafeError
from padviewer.gui.window.refusal import split_code


@pytest.mark.parametrize("suffix", ["npy", "npz"])
def test_the_code_of_a_refused_file_converts_it(tmp_path, suffix):
    rows = np.empty(3, object)
    rows[:] = [np.array([1, 2]), np.array([3]), np.array([4, 5, 6])]
    path = tmp_path / f"strokes.{suffix}"
    if suffix == "npy":
        np.save(path, rows, allow_pickle=True)
    else:
        np.savez(path, kanji=rows)
    with pytest.raises(UnsafeError) as refused:
        open_dataset(str(path))
    words, code = split_code(refused.value.remedy)
    assert words == "If you trust the file, convert it once in Python."
    assert max(map(len, code.splitlines())) <= 80
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, timeout=300)
    (made,) = [one for one in tmp_path.iterdir() if one != path]
    dataset = open_dataset(str(made))
    assert dataset[dataset.columns[0]].to_lists() == [[1, 2], [3], [4, 5, 6]]


@pytest.mark.parametrize(
    "remedy",
    [
        "Choose another file.",
        'Install it with: python -m pip install "padviewer[tensorflow]"',
        "Give one of these: rows",
        "Save each field apart: np.savez(out, **{n: a[n] for n in a.dtype.names}).",
        "",
    ],
)
def test_what_does_not_run_by_itself_is_no_code(remedy):
    assert split_code(remedy) == (remedy, "")


def test_code_with_its_own_import_is_left_as_it_is():
    code = "import numpy as np; np.save('a.npy', np.zeros(3))"
    assert split_code(f"Do this: {code}") == ("Do this.", code.replace("; ", "\n"))


def test_a_long_statement_that_is_no_call_stays_on_its_line():
    line = f"total = sum([{', '.join(map(str, range(40)))}])"
    assert split_code(f"Do this: {line}") == ("Do this.", line)
    line = f"sum([{', '.join(map(str, range(40)))}]) + 1"
    assert split_code(f"Do this: {line}") == ("Do this.", line)
