"""The cache: its size, and emptying it of everything but what somebody uses."""

import os

import pytest

from padviewer.core.errors import PathError
from padviewer.core.store.cache import CacheFacts, cache_facts, empty_cache
from padviewer.core.store.room import Room, Source, hold

SOURCE = Source(1, 2, 3, 4)


def never():
    return False


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "stores"


def make_store(folder, name, nbytes):
    """Return a complete store of a few files that nobody holds."""
    room = Room(folder)
    store, lease = room.create(f"{name:032x}")
    (store / "values.bin").write_bytes(bytes(nbytes))
    (store / "x").mkdir()
    (store / "x" / "offsets.bin").write_bytes(bytes(8))
    room.finish(store, SOURCE)
    lease.release()
    return store


def files_of(folder):
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def test_a_cache_that_is_not_there_is_empty_and_stays_so(folder):
    assert cache_facts(folder) == CacheFacts(str(folder), 0)
    assert empty_cache(never, folder) == CacheFacts(str(folder), 0)
    assert not folder.exists()


def test_size_and_number(folder):
    make_store(folder, 1, 1000)
    make_store(folder, 2, 500)
    facts = cache_facts(folder)
    assert (facts.nbytes, facts.kept, facts.freed) == (files_of(folder), 2, 0)
    assert facts.nbytes > 1500


def test_everything_goes_but_what_is_held_and_what_is_not_ours(folder):
    gone, used = make_store(folder, 1, 1000), make_store(folder, 2, 500)
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.txt").write_text("mine")
    before = files_of(folder)
    lease = hold(used)
    facts = empty_cache(never, folder)
    assert (gone.exists(), used.exists()) == (False, True)
    assert (folder / "notes" / "mine.txt").read_text() == "mine"
    assert facts == CacheFacts(str(folder), files_of(folder), before - files_of(folder), 1)
    assert (used / "values.bin").stat().st_size == 500
    lease.release()
    assert empty_cache(never, folder).kept == 0
    assert not used.exists()


def test_it_stops_where_it_is_asked_to(folder):
    for number in range(4):
        make_store(folder, number, 10)
    answers = iter([False, False, True])
    assert empty_cache(lambda: next(answers), folder).kept == 2


def test_a_folder_that_is_a_file(folder):
    folder.write_text("x")
    assert cache_facts(folder).kept == 0
    assert empty_cache(never, folder).freed == 0


@pytest.mark.skipif(os.name != "posix", reason="links as on POSIX")
def test_a_link_is_not_followed(folder, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    folder.mkdir()
    (folder / f"{7:032x}-00000000").symlink_to(tmp_path / "photos")
    empty_cache(never, folder)
    assert (tmp_path / "photos" / "a.jpg").exists()


def test_a_folder_that_refuses_is_a_sentence(folder, monkeypatch):
    make_store(folder, 1, 10)

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    with pytest.raises(PathError):
        empty_cache(never, folder)
