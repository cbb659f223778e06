"""A store's small files, and what the disk refuses."""

import json

import pytest

from padviewer.core.errors import PathError
from padviewer.core.store.files import disk_errors, write_json


def test_a_small_file_is_replaced_whole_or_not_at_all(tmp_path):
    write_json(tmp_path / "a.json", {"n": 1})
    assert json.loads((tmp_path / "a.json").read_text()) == {"n": 1}
    with pytest.raises(PathError, match="cannot keep"):
        write_json(tmp_path / "none" / "a.json", {})


def test_what_the_disk_refuses_is_one_sentence(tmp_path):
    with pytest.raises(PathError) as caught, disk_errors(tmp_path / "values.bin"):
        raise OSError("Gone.")
    assert caught.value.code == "store-disk"
    assert caught.value.what == "PadViewer cannot keep the rows on the disk: Gone."
    assert caught.value.where == str(tmp_path / "values.bin")
