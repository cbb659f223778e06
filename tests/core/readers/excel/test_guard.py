"""Workbooks that ask for too much: refused before a library believes them."""

import zipfile

import openpyxl
import pytest

from padviewer.core import open_dataset
from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers import limits
from padviewer.core.readers.excel import guard


@pytest.fixture
def plain(tmp_path):
    made = openpyxl.Workbook()
    made.active.append(["a", "b"])
    made.active.append([1, 2])
    path = tmp_path / "plain.xlsx"
    made.save(path)
    return path


def changed(plain, part, change, name="x.xlsx"):
    """Write the workbook again with one part changed."""
    path = plain.with_name(name)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            text = old.read(one)
            new.writestr(one, change(text) if one.endswith(part) else text)
    return path


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("part", ["sheet1.xml", "workbook.xml", "styles.xml", "workbook.xml.rels"])
def test_entities_are_refused_wherever_they_stand(plain, part):
    with pytest.raises(UnsafeError, match="declares a document type"):
        open_dataset(changed(plain, part, lambda text: LAUGHS + text))
    wide = (LAUGHS.decode() + "<w/>").encode("utf-16")
    with pytest.raises(UnsafeError, match="declares a document type"):
        open_dataset(changed(plain, part, lambda text: wide))


def test_entities_behind_many_bytes_are_refused_too(plain, monkeypatch):
    monkeypatch.setattr(guard, "CHUNK", 64)
    with pytest.raises(UnsafeError, match="declares a document type"):
        open_dataset(changed(plain, "sheet1.xml", lambda text: text + b"<!-- -->" * 90 + LAUGHS))


def test_a_cell_far_out_is_refused_and_one_that_fits_is_read(plain):
    far = changed(plain, "sheet1.xml", lambda text: text.replace(b'r="B2"', b'r="XFD1048576"'))
    with pytest.raises(UnsafeError, match="memory"):
        open_dataset(far)
    near = changed(plain, "sheet1.xml", lambda text: text.replace(b'r="B2"', b'r="Z2"'))
    assert len(open_dataset(near).columns) == 26


@pytest.mark.parametrize("far", [b'r="xfd1048576"', b'r = "XFD1048576"', b'r="A99999999999"', b'r="ZZZZZZ1"'])
def test_a_cell_far_out_is_seen_however_it_is_written(plain, far):
    with pytest.raises(UnsafeError, match="memory"):
        open_dataset(changed(plain, "sheet1.xml", lambda text: text.replace(b'r="B2"', far)))


def test_a_tag_that_does_not_end_is_refused_and_long_texts_are_not(plain, monkeypatch):
    monkeypatch.setattr(guard, "CHUNK", 1 << 10)
    hidden = b"<c " + b" " * 20_000 + b'r="XFD1048576"'
    with pytest.raises(UnsafeError, match="has a tag of more than"):
        open_dataset(changed(plain, "sheet1.xml", lambda text: text.replace(b'<c r="B2"', hidden)))
    long_text = changed(
        plain, "sheet1.xml", lambda text: text.replace(b"<t>a</t>", b"<t>" + b"a" * 20_000 + b"</t>")
    )
    assert len(open_dataset(long_text).columns[0]) == 20_000


def test_an_archive_that_unpacks_to_too_much_is_refused(plain, monkeypatch):
    bomb = changed(plain, "styles.xml", lambda text: b" " * (80 << 20))
    with pytest.raises(UnsafeError, match="would unpack to"):
        open_dataset(bomb)
    monkeypatch.setattr(limits, "memory_limit", lambda: 1000)
    with pytest.raises(UnsafeError, match="memory"):
        open_dataset(plain)


def test_too_many_members_and_encrypted_ones_are_refused(plain, tmp_path):
    many = changed(plain, "nothing", bytes)
    with zipfile.ZipFile(many, "a") as archive:
        for at in range(limits.MEMBERS):
            archive.writestr(f"xl/media/{at}.txt", "")
    with pytest.raises(UnsafeError, match="at most 4,096"):
        open_dataset(many)
    raw = bytearray(plain.read_bytes())
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(raw)
    with pytest.raises(ContentError, match="encrypted"):
        open_dataset(locked)


CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">
<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"""
CELL = (
    '<table:table-cell office:value-type="float" office:value="{0}"{1}>'
    "<text:p>{0}</text:p></table:table-cell>"
)


def spreadsheet(path, *tables):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        sheets = "".join(
            f'<table:table table:name="s{at}">{one}</table:table>' for at, one in enumerate(tables)
        )
        archive.writestr("content.xml", CONTENT.format(sheets))
        archive.writestr("META-INF/manifest.xml", "<m/>")
    return path


def row(*cells, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def test_repeated_cells_of_a_spreadsheet_count(tmp_path):
    full = CELL.format(7, ' table:number-columns-repeated="16000"')
    with pytest.raises(UnsafeError, match="memory"):
        open_dataset(spreadsheet(tmp_path / "x.ods", row(full, times=10_000_000_000)))
    late = row("<table:table-cell/>", times=1_000_000) + row(full)
    with pytest.raises(UnsafeError, match="memory"):
        open_dataset(spreadsheet(tmp_path / "y.ods", row(CELL.format(1, "")), late))


def test_empty_rows_and_cells_at_the_end_of_a_spreadsheet_cost_nothing(tmp_path):
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = row(CELL.format(1, ""), CELL.format(2, ""), empty, times=2) + row(empty, times=1_048_000)
    dataset = open_dataset(spreadsheet(tmp_path / "x.ods", rows))
    assert dataset["x"].to_lists() == [[1, 2], [1, 2]]


def test_what_is_no_zip_has_no_names(tmp_path):
    (tmp_path / "x").write_bytes(b"PK\x03\x04 and no more")
    assert guard.member_names(tmp_path / "x") == set()
