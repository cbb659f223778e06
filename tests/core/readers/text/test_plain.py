r"""Plain text: lines split at \n only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.data.dataset import join
from padviewer.core.errors import ContentError
from padviewer.core.readers import base
from padviewer.core.readers.base import ReadOptions
from padviewer.core.readers.text.plain import TEXT, lines_of


@given(st.lists(st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]))))
def test_lines_come_back(rows):
    for end in ("\n", "\r\n"):
        assert lines_of("".join(row + end for row in rows).encode()).to_lists() == (rows or [""])


@given(st.text(st.sampled_from("ab\r\n"), min_size=1))
def test_every_text_splits_as_python_does(text):
    expected = text.removesuffix("\n").split("\n")
    assert lines_of(text.encode()).to_lists() == [line.removesuffix("\r") for line in expected]


def test_other_separators_of_unicode_are_no_line_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 4)
    path = tmp_path / "a.txt"
    path.write_bytes("one\u2028two\x0bthree\n\nfour".encode())
    pieces = list(TEXT.read(path, ReadOptions()))
    assert len(pieces) > 1
    assert join(pieces)["text"].to_lists() == ["one\u2028two\x0bthree", "", "four"]


def test_invalid_utf8_is_said_with_its_rows(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"fine\ncaf\xe9 \xe9\n")
    piece = next(TEXT.read(path, ReadOptions()))
    assert piece["text"].to_lists() == ["fine", "caf\ufffd \ufffd"]
    assert [(one.code, one.count, one.rows) for one in piece.findings] == [("invalid-utf8", 2, (1,))]


def test_a_mark_alone_holds_no_line(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf")
    with pytest.raises(ContentError, match="no line"):
        list(TEXT.read(path, ReadOptions()))


def test_content_never_decides(tmp_path):
    assert not TEXT.matches(b"some words\n", tmp_path)
