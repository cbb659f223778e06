"""Blocks of whole lines: marks, line ends, limits."""

import numpy as np
import pytest

from padviewer.core.errors import ContentError, PathError, UnsafeError
from padviewer.core.readers import base, lines


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 8)
    monkeypatch.setattr(base, "PIECE_BYTES", 16)


def blocks_of(tmp_path, content):
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    return list(lines.blocks(path))


@pytest.mark.usefixtures("small")
def test_blocks_end_at_line_ends_and_lose_nothing(tmp_path):
    content = b"".join(b"%d\n" % number for number in range(100)) + b"last"
    blocks = blocks_of(tmp_path, content)
    assert b"".join(blocks) == content
    assert all(block.endswith(b"\n") for block in blocks[:-1])
    assert len(blocks[0]) <= 8
    assert max(map(len, blocks)) <= 32


@pytest.mark.usefixtures("small")
def test_a_line_longer_than_a_block_stays_whole(tmp_path):
    assert blocks_of(tmp_path, b"a" * 103 + b"\nb\n") == [b"a" * 103 + b"\n", b"b\n"]


def test_the_byte_order_mark_goes(tmp_path):
    assert blocks_of(tmp_path, b"\xef\xbb\xbfa\n") == [b"a\n"]


def test_returns_alone_are_line_ends_only_without_newlines(tmp_path):
    assert blocks_of(tmp_path, b"a\rb\r") == [b"a\nb\n"]
    assert blocks_of(tmp_path, b"a\rb\n") == [b"a\rb\n"]


@pytest.mark.usefixtures("small")
def test_a_line_end_may_lie_across_the_first_block(tmp_path):
    assert b"".join(blocks_of(tmp_path, b"1234567\r\nb\r\n")) == b"1234567\r\nb\r\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_wide_encodings_are_refused(tmp_path, encoding):
    with pytest.raises(ContentError, match="Save it as UTF-8"):
        blocks_of(tmp_path, ("\ufeff" + "text").encode(encoding))


def test_nul_bytes_are_refused(tmp_path):
    with pytest.raises(ContentError) as caught:
        blocks_of(tmp_path, b"a,\0b\n")
    assert caught.value.code == "nul-bytes"


@pytest.mark.usefixtures("small")
def test_an_endless_line_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "LINE_BYTES", 1 << 20)
    with pytest.raises(UnsafeError, match="longer than 1 MiB"):
        blocks_of(tmp_path, b"x" * (1 << 21))


def test_an_unreadable_path_is_a_path_error(tmp_path):
    with pytest.raises(PathError, match="cannot be read"):
        list(lines.blocks(tmp_path / "none"))


def test_decode_counts_replacements_and_not_the_character_itself():
    assert lines.decode("a\ufffdé".encode()) == ("a\ufffdé", 0)
    assert lines.decode("a\ufffd".encode() + b"\xe9b\xff") == ("a\ufffd\ufffdb\ufffd", 2)


def test_findings_name_each_row_once():
    finding = lines.missing_steps("t", np.array([3, 3, 7]))
    assert (finding.count, finding.rows, finding.where) == (3, (3, 7), "t")
