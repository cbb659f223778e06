"""Leases hold while their process lives, and not a moment longer."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from padviewer.core.store import lease as module
from padviewer.core.store.lease import Lease, remove_unless_held

ROOT = Path(__file__).resolve().parents[3]
HOLDER = """
import sys, time
from pathlib import Path
from padviewer.core.store.lease import Lease
held = Lease.take(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_what_is_held_is_not_removed_and_what_is_released_is(tmp_path):
    path = tmp_path / "a.lease"
    one, two = Lease.take(path), Lease.take(path)
    removed = []
    assert not remove_unless_held(path, lambda: removed.append(1))
    one.release()
    one.release()
    assert not remove_unless_held(path, lambda: removed.append(1))
    two.release()
    assert remove_unless_held(path, lambda: removed.append(1))
    assert removed == [1]
    assert not path.exists()


def test_a_killed_process_holds_nothing(tmp_path):
    path = tmp_path / "a.lease"
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert child.stdout.readline() == b"held\n"
        assert not remove_unless_held(path, lambda: None)
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    assert remove_unless_held(path, lambda: None)


def test_while_it_is_being_removed_it_cannot_be_taken(tmp_path):
    path = tmp_path / "a.lease"
    taken = []
    assert remove_unless_held(path, lambda: taken.append(Lease.take(path)))
    assert taken == [None]


def test_a_lock_file_removed_between_open_and_lock_is_made_again(tmp_path, monkeypatch):
    path = tmp_path / "a.lease"
    real, calls = module._lock, []

    def slow(handle, *, shared):
        calls.append(handle)
        if len(calls) == 1:
            path.unlink()
        return real(handle, shared=shared)

    monkeypatch.setattr(module, "_lock", slow)
    held = Lease.take(path)
    assert len(calls) == 2
    monkeypatch.undo()
    assert not remove_unless_held(path, lambda: None)
    held.release()


def test_one_that_always_disappears_is_given_up(tmp_path, monkeypatch):
    path = tmp_path / "a.lease"
    monkeypatch.setattr(module, "_is_at", lambda handle, path: False)
    assert Lease.take(path) is None
    assert not remove_unless_held(path, lambda: None)


def test_a_link_in_the_place_of_the_lock_is_refused(tmp_path):
    (tmp_path / "a.lease").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"):
        Lease.take(tmp_path / "a.lease")
    assert not remove_unless_held(tmp_path / "a.lease", lambda: None)
    assert not (tmp_path / "elsewhere").exists()


def test_where_the_file_system_has_no_locks_nothing_is_removed(tmp_path, monkeypatch):
    import fcntl

    def refuse(handle, how):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    held = Lease.take(tmp_path / "a.lease")
    assert held is not None
    held.release()
    assert not remove_unless_held(tmp_path / "a.lease", lambda: None)


def test_where_an_open_file_cannot_be_removed_that_is_the_lock(tmp_path, monkeypatch):
    path = tmp_path / "a.lease"
    path.touch()
    removed = []
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda self, missing_ok: (_ for _ in ()).throw(PermissionError()))
        assert not module._remove_unless_open(path, lambda: removed.append(1))
    assert removed == []
    assert module._remove_unless_open(path, lambda: removed.append(1))
    assert removed == [1]
    assert not path.exists()
