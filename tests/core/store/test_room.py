"""Who may stay in the folder of all stores, who has to go, and in which order."""

import os
import shutil
from types import SimpleNamespace

import pytest

from padviewer.core.errors import PathError, UnsafeError
from padviewer.core.store import room as store_room
from padviewer.core.store.lease import Lease
from padviewer.core.store.room import Room, Source, hold, identity_when_read, size_of, sweep_parts

OLD = Source(1, 2, 3, 4)


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path / "stores", cap=10_000)


def filled(room, key, nbytes=4000, used=None):
    """Make a complete store of `nbytes` bytes that nobody holds, used at `used` seconds."""
    store, lease = room.create(key)
    (store / "values.bin").write_bytes(b"x" * nbytes)
    room.finish(store, OLD)
    lease.release()
    if used is not None:
        os.utime(store / "manifest.json", (used, used))
    return store


def test_a_complete_store_is_found_and_one_in_the_making_is_not(room):
    store, lease = room.create("key")
    assert room.find("key") is None
    room.finish(store, OLD)
    found, second = room.find("key")
    assert found == store
    assert room.find("other") is None
    second.release()
    lease.release()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"reusable": false}', b"\xff"])
def test_a_damaged_manifest_is_no_complete_store(room, content):
    store = filled(room, "key")
    (store / "manifest.json").write_bytes(content)
    assert room.find("key") is None


def test_a_source_that_is_as_it_was_read_needs_no_other_identity(room, tmp_path):
    path = tmp_path / "rows.npy"
    path.write_bytes(b"rows")
    store, lease = room.create("key")
    room.finish(store, Source.of(path.stat()))
    lease.release()
    assert identity_when_read(store, path) is None
    expected = {"name": "rows.npy", "bytes": 4, "sha256_of_ends": None}
    path.write_bytes(b"others")
    assert identity_when_read(store, path) == expected
    path.unlink()
    assert identity_when_read(store, path) == expected


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"source": 3}', b'{"source": {"size": "x"}}', None])
def test_of_a_damaged_store_nothing_is_known(room, tmp_path, content):
    store = filled(room, "key")
    (store / "manifest.json").unlink()
    if content is not None:
        (store / "manifest.json").write_bytes(content)
    assert identity_when_read(store, tmp_path / "gone.npy") is None


def test_the_stores_used_longest_ago_go_first(room):
    oldest, middle, newest = (
        filled(room, key, 3000, used) for key, used in (("a", 10), ("b", 20), ("c", 30))
    )
    room.find("a")[1].release()  # used now
    room.claim(2000, "x")
    assert [store.exists() for store in (oldest, middle, newest)] == [True, False, True]


def test_only_as_many_go_as_must(room):
    stores = [filled(room, key, 2000, used) for key, used in (("a", 10), ("b", 20), ("c", 30))]
    room.claim(1000, "x")
    assert all(store.exists() for store in stores)
    room.claim(7000, "x")
    assert [store.exists() for store in stores] == [False, False, True]


def test_what_is_held_stays_and_the_claim_is_refused(room):
    store = filled(room, "a", 6000)
    lease = hold(store)
    with pytest.raises(UnsafeError, match="are in use"):
        room.claim(5000, "big.parquet")
    assert store.exists()
    lease.release()
    room.claim(5000, "big.parquet")
    assert not store.exists()


def test_more_than_the_cap_is_refused_whatever_goes(room):
    with pytest.raises(UnsafeError) as caught:
        room.claim(10_001, "big.parquet")
    assert caught.value.where == "big.parquet"
    assert "in use" not in caught.value.what


def test_a_full_disk_is_said_before_work(room, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(total=10, used=9, free=1))
    with pytest.raises(PathError, match="free"):
        room.claim(2, "x")


def test_a_budget_claims_more_when_it_is_used_up(room, monkeypatch):
    monkeypatch.setattr(store_room, "STEP", 100)
    claimed = []
    monkeypatch.setattr(room, "claim", lambda nbytes, where: claimed.append(nbytes))
    spend = room.budget(50, "x")
    for nbytes in (50, 10, 90, 1, 500):
        spend(nbytes)
    assert claimed == [100, 100, 401]


def test_leftovers_go_and_what_is_held_or_complete_stays(room):
    complete = filled(room, "a")
    held, lease = room.create("b")
    left, gone = room.create("c")
    (left / "values.bin").write_bytes(b"x")
    gone.release()
    (room.root / "no-store.lease").touch()
    (room.root / "stray.txt").touch()
    room.sweep()
    names = {entry.name for entry in room.root.iterdir()}
    assert names == {
        complete.name, f"{complete.name}.lease", held.name, f"{held.name}.lease", "stray.txt",
    }  # fmt: skip
    lease.release()
    room.sweep()
    assert not held.exists()


def test_a_store_that_nobody_ever_locked_is_a_leftover_too(room):
    (room.root / "abc-1234").mkdir()
    room.sweep()
    assert list(room.root.iterdir()) == []


def test_unfinished_columns_in_a_complete_store_go_unless_held(room):
    store = filled(room, "a")
    (store / "derived" / "one.part").mkdir(parents=True)
    (store / "derived" / "two.part").mkdir()
    (store / "derived" / "whole").mkdir()
    (store / "derived" / "one.part.lease").touch()
    lease = Lease.take(store / "derived" / "two.part.lease")
    room.sweep()
    assert {path.name for path in (store / "derived").iterdir()} == {"two.part", "two.part.lease", "whole"}
    lease.release()
    sweep_parts(store / "derived")
    assert {path.name for path in (store / "derived").iterdir()} == {"whole"}


def test_a_store_that_is_not_there_cannot_be_held(room, monkeypatch):
    assert hold(room.root / "none") is None
    store = filled(room, "a")
    real = Lease.take.__func__

    def removed_meanwhile(cls, path):
        shutil.rmtree(store)
        return real(cls, path)

    monkeypatch.setattr(Lease, "take", classmethod(removed_meanwhile))
    assert hold(store) is None


def test_a_store_removed_while_it_is_looked_for_is_not_found(room, monkeypatch):
    store = filled(room, "a")
    monkeypatch.setattr(store_room, "hold", lambda path: None)
    assert room.find("a") is None
    monkeypatch.undo()

    def damaged_meanwhile(path):
        (store / "manifest.json").write_bytes(b"")
        return Lease.take(path.with_name(f"{path.name}.lease"))

    monkeypatch.setattr(store_room, "hold", damaged_meanwhile)
    assert room.find("a") is None
    assert room.remove(store)  # nobody holds it any more


def test_a_name_that_is_just_being_swept_is_not_taken(room, monkeypatch):
    real, calls = Lease.take.__func__, []

    def busy_once(cls, path):
        calls.append(path)
        return None if len(calls) == 1 else real(cls, path)

    monkeypatch.setattr(Lease, "take", classmethod(busy_once))
    store, lease = room.create("a")
    assert len(set(calls)) == 2
    assert store.is_dir()
    lease.release()


def test_the_key_says_source_path_and_options(room, tmp_path):
    keys = {
        room.key(OLD, tmp_path / "a", {"kinds": {}}),
        room.key(Source(1, 2, 3, 5), tmp_path / "a", {"kinds": {}}),
        room.key(OLD, tmp_path / "b", {"kinds": {}}),
        room.key(OLD, tmp_path / "a", {"kinds": {"x": "float"}}),
        room.key(OLD, tmp_path / "\udcff", {"kinds": {}}),
    }
    assert len(keys) == 5
    assert all(len(key) == 32 for key in keys)


def test_a_folder_of_somebody_else_keeps_its_mode(tmp_path, monkeypatch):
    (tmp_path / "stores").mkdir(mode=0o755)
    monkeypatch.setattr(os, "getuid", lambda: (tmp_path / "stores").stat().st_uid + 1)
    Room(tmp_path / "stores")
    assert (tmp_path / "stores").stat().st_mode & 0o777 == 0o755
    monkeypatch.undo()
    Room(tmp_path / "stores")
    assert (tmp_path / "stores").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(PathError, match="cannot keep"):
        Room(tmp_path / "file" / "stores")


def test_what_disappears_while_it_is_counted_counts_nothing(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"xyz")
    assert size_of(tmp_path) == 3
    monkeypatch.setattr(os, "lstat", lambda path: (_ for _ in ()).throw(FileNotFoundError()))
    assert size_of(tmp_path) == 0
