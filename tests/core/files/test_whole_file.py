"""Whole files and folders: complete, or as before."""

import errno
import hashlib
import os
import resource
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from padviewer.core.errors import PathError
from padviewer.core.files import whole_file as whole
from padviewer.core.files.leftovers import LEFTOVER, remove_leftovers
from padviewer.core.files.whole_file import check_space, sync_folder, whole_file, write_whole

ROOT = Path(__file__).resolve().parents[3]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def refused(code, *args, **kwargs):
    with pytest.raises(PathError) as caught:
        write_whole(*args, **kwargs)
    assert caught.value.code == code
    assert caught.value.exit_code == 4
    return caught.value


def test_content_and_hash(tmp_path):
    with whole_file(tmp_path / "a") as file:
        assert file.write(b"one ") == 4
        assert file.write(b"") == 0
        assert file.write(memoryview(b"two")) == 3
        assert (file.tell(), file.closed) == (7, False)
        assert names(tmp_path) != ["a"]
        assert all(LEFTOVER.fullmatch(name) for name in names(tmp_path))
        file.flush()
        file.close()
        sha256 = file.sha256
    assert (tmp_path / "a").read_bytes() == b"one two"
    assert sha256 == hashlib.sha256(b"one two").hexdigest()
    assert names(tmp_path) == ["a"]


def test_replaces_and_keeps_permissions(tmp_path):
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_new_file_follows_umask(tmp_path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_follows_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "there" / "real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "real").read_bytes() == b"new"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_any_error_leaves_what_was_there(tmp_path, error):
    target = tmp_path / "a"
    target.write_bytes(b"old")

    def work():
        with whole_file(target) as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        work()
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_read_only_file_is_left(tmp_path):
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o444)
    refused("read-only", target, b"new")
    assert target.read_bytes() == b"old"


def test_no_place_for_a_file(tmp_path):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    refused("is-a-folder", tmp_path / "folder", b"")
    refused("not-a-regular-file", tmp_path / "pipe", b"")
    refused("no-such-folder", tmp_path / "none" / "a", b"")
    refused("cannot-write", tmp_path / ("x" * 300), b"")
    refused("bad-path", str(tmp_path / "a\0b"), b"")
    refused("cannot-write", tmp_path / "loop", b"")
    assert names(tmp_path) == ["folder", "loop", "pipe"]


def test_free_space_is_asked_before(tmp_path):
    with pytest.raises(PathError) as caught, whole_file(tmp_path / "a", 1 << 60):
        pytest.fail("work was begun")
    assert caught.value.code == "disk-full"
    assert names(tmp_path) == []


def test_space_of_a_folder_that_is_gone(tmp_path):
    with pytest.raises(PathError):
        check_space(tmp_path / "none", 1)


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EIO, "cannot-write")],
)
def test_disk_fills_up(tmp_path, monkeypatch, number, code):
    written = []

    def write(descriptor, data):
        if written:
            raise OSError(number, os.strerror(number))
        written.append(bytes(data[:3]))
        return 3

    monkeypatch.setattr(whole.os, "write", write)
    refused(code, tmp_path / "a", b"0123456789")
    assert written == [b"012"]
    assert names(tmp_path) == []


def test_partial_writes_are_continued(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(whole.os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    write_whole(tmp_path / "a", b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_file_size_limit_in_another_process(tmp_path):
    code = """
        import resource, signal, sys
        from padviewer.core.files.whole_file import write_whole
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_whole(sys.argv[1], bytes(5000))
        except Exception as error:
            print(type(error).__name__, error.code)
    """
    assert hasattr(resource, "RLIMIT_FSIZE")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "a")],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["PathError", "cannot-write"]
    assert names(tmp_path) == []


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_system_refuses(tmp_path, monkeypatch, call):
    def refuse(*args):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(whole.os, call, refuse)
    assert "read-only" in refused("cannot-write", tmp_path / "a", b"x").what
    assert names(tmp_path) == []


def test_killed_process_leaves_only_a_recognisable_name(tmp_path):
    target = tmp_path / "a"
    target.write_bytes(b"old")
    code = """
        import sys, time
        from padviewer.core.files.whole_file import whole_file
        from padviewer.core.files.whole_folder import whole_folder
        with whole_folder(sys.argv[2]), whole_file(sys.argv[1]) as file:
            file.write(b"half")
            print("ready", flush=True)
            time.sleep(60)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(target), str(tmp_path / "f")],
        cwd=ROOT, stdout=subprocess.PIPE,
    ) as child:  # fmt: skip
        assert child.stdout.readline() == b"ready\n"
        child.send_signal(signal.SIGKILL)
        child.wait(60)
    assert target.read_bytes() == b"old"
    left = [name for name in names(tmp_path) if name != "a"]
    assert len(left) == 2
    assert {int(LEFTOVER.fullmatch(name)[1]) for name in left} == {child.pid}
    assert remove_leftovers(tmp_path, child.pid + 1) == 0
    assert remove_leftovers(tmp_path, child.pid) == 2
    assert names(tmp_path) == ["a"]


def test_a_folder_that_cannot_be_opened_is_not_synced(tmp_path):
    sync_folder(tmp_path / "none")
