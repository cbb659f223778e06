import json
import os
import zipfile

import pytest

from padviewer.core.errors import ContentError, PathError, UnsafeError
from padviewer.core.model import keras_archive
from padviewer.core.model.keras_archive import read_config

CONFIG = {"class_name": "Sequential", "config": {"name": "m", "layers": []}}


def archive(path, members, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, data in members:
            file.writestr(name, data)
    return path


def model(path, config=CONFIG):
    return archive(path, [("metadata.json", "{}"), ("config.json", json.dumps(config))])


def nested(depth):
    return json.loads("[" * depth + "]" * depth)


def refused(kind, code, path):
    with pytest.raises(kind) as caught:
        read_config(path)
    assert type(caught.value) is kind
    assert caught.value.code == code
    assert caught.value.what.endswith(".")
    assert path.name in caught.value.where
    return caught.value


def test_reads_the_config(tmp_path):
    assert read_config(model(tmp_path / "m.keras")) == CONFIG
    assert read_config(str(model(tmp_path / "m.keras"))) == CONFIG


def test_paths(tmp_path):
    refused(PathError, "no-such-file", tmp_path / "none.keras")
    refused(PathError, "is-a-folder", tmp_path)
    fifo = tmp_path / "pipe.keras"
    os.mkfifo(fifo)
    refused(PathError, "not-a-file", fifo)
    refused(PathError, "unreadable", tmp_path / "a\0b")
    refused(PathError, "unreadable", model(tmp_path / "m.keras") / "below")


def test_not_a_model(tmp_path):
    path = tmp_path / "m.keras"
    path.write_bytes(b"")
    refused(ContentError, "empty-file", path)
    path.write_bytes(b"hello, this is text")
    refused(ContentError, "not-a-model", path)
    path.write_bytes(b"\x80")
    refused(ContentError, "not-a-model", path)
    refused(ContentError, "not-a-model", archive(path, [("arr_0.npy", b"x")]))
    refused(ContentError, "not-a-model", model(path, [1, 2]))
    refused(ContentError, "not-a-model", model(path, {"config": {}}))
    refused(ContentError, "not-a-model", model(path, {"class_name": "Sequential", "config": [1]}))


def test_older_formats_say_what_to_do(tmp_path):
    path = tmp_path / "m.h5"
    path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(100))
    assert 'model.save("model.keras")' in refused(ContentError, "hdf5-model", path).remedy
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "saved_model.pb").write_bytes(b"x")
    assert 'model.save("model.keras")' in refused(ContentError, "saved-model", folder).remedy


def test_pickles_are_refused(tmp_path):
    path = tmp_path / "m.pkl"
    path.write_bytes(b"\x80\x04\x95 and so on")
    refused(UnsafeError, "pickle", path)
    refused(UnsafeError, "pickle", archive(tmp_path / "torch.pt", [("archive/data.pkl", b"x")]))


def test_every_truncation_is_a_sentence(tmp_path):
    whole = model(tmp_path / "m.keras").read_bytes()
    path = tmp_path / "cut.keras"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(ContentError):
            read_config(path)


def test_every_flipped_byte_reads_or_is_a_sentence(tmp_path):
    whole = model(tmp_path / "m.keras").read_bytes()
    path = tmp_path / "flipped.keras"
    outcomes = set()
    for position in range(len(whole)):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0xFF]) + whole[position + 1 :])
        try:
            outcomes.add(type(read_config(path)))
        except (ContentError, UnsafeError) as error:
            outcomes.add(type(error))
    assert {dict, ContentError} <= outcomes


def test_damaged_json(tmp_path):
    for text in ("{", '{"a": }', b"\xff\xfe{", '{"a": "', '{"class_name": "x\\'):
        refused(ContentError, "damaged-model", archive(tmp_path / "m.keras", [("config.json", text)]))


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "a/../../x", "C:/x", "..\\x", "\\\\server\\x"])
def test_members_that_point_outside(tmp_path, name):
    path = archive(tmp_path / "m.keras", [("config.json", json.dumps(CONFIG)), (name, "x")])
    refused(UnsafeError, "bad-member", path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_twice(tmp_path):
    path = archive(tmp_path / "m.keras", [("config.json", json.dumps(CONFIG)), ("config.json", "{}")])
    refused(UnsafeError, "twice-in-archive", path)


def test_limits(tmp_path, monkeypatch):
    path = tmp_path / "m.keras"
    bomb = archive(path, [("config.json", b" " * 1_000_000)], zipfile.ZIP_DEFLATED)
    refused(UnsafeError, "over-limit", bomb)
    refused(UnsafeError, "over-limit", model(path, {**CONFIG, "deep": nested(80)}))
    assert read_config(model(path, {**CONFIG, "deep": nested(60)}))["class_name"] == "Sequential"
    assert read_config(model(path, {**CONFIG, "text": "[" * 80 + '"' + "{" * 80}))["text"].startswith("[[")
    monkeypatch.setattr(keras_archive, "MOST_CONFIG_BYTES", 10)
    refused(UnsafeError, "over-limit", model(path))
    monkeypatch.setattr(keras_archive, "MOST_MEMBERS", 1)
    refused(UnsafeError, "over-limit", model(path))


def test_an_unfinished_string_costs_no_more_than_its_length(tmp_path):
    hostile = b'{"a": "' + b'\\"' * 2_000_000 + b"\\"
    path = archive(tmp_path / "m.keras", [("config.json", hostile)])
    refused(ContentError, "damaged-model", path)


def test_an_encrypted_member(tmp_path):
    path = model(tmp_path / "m.keras")
    data = bytearray(path.read_bytes())
    for position, offset in ((data.rindex(b"PK\x01\x02"), 8), (data.rindex(b"PK\x03\x04"), 6)):
        data[position + offset] |= 1
    path.write_bytes(data)
    refused(ContentError, "not-a-model", path)


def test_an_unreadable_disk(tmp_path, monkeypatch):
    def fails(path):
        raise OSError(5, "Input/output error")

    path = model(tmp_path / "m.keras")
    monkeypatch.setattr(keras_archive.zipfile, "ZipFile", fails)
    refused(PathError, "unreadable", path)
