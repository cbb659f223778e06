"""Formats that are not read are refused by their names."""

import pytest

from padviewer.core.errors import ContentError
from padviewer.core.readers import FORMATS, ReadOptions, pick
from padviewer.core.readers.foreign import SUFFIXES


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_suffix_that_is_not_read_is_never_opened_as_text(tmp_path, suffix):
    path = tmp_path / f"data{suffix.upper()}"
    path.write_text("@relation sounds\n1.0,2.0\n3.0,4.0\n")
    with pytest.raises(ContentError, match="which PadViewer does not read") as caught:
        pick(path)
    assert str(SUFFIXES[suffix]) in caught.value.what
    assert pick(path, ReadOptions(format="Plain text")).name == "Plain text"


def test_no_suffix_is_read_and_refused():
    assert not set(SUFFIXES) & {suffix for one in FORMATS for suffix in one.suffixes}


def test_content_that_is_read_is_read_under_any_name(tmp_path):
    path = tmp_path / "data.h5"
    path.write_text("[1]\n[2]\n")
    assert pick(path).name == "JSON lines"


@pytest.mark.parametrize(
    ("suffix", "word"), [(".gz", "Unpack"), (".xlsb", "Save the sheet"), (".mat", "Load it")]
)
def test_the_remedy_fits(tmp_path, suffix, word):
    path = tmp_path / f"data{suffix}"
    path.write_bytes(b"words")
    with pytest.raises(ContentError) as caught:
        pick(path)
    assert caught.value.remedy.startswith(word)
