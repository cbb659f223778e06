"""The smoke test objects to what it is there to find."""

import subprocess
import sys

import numpy as np
import pytest


@pytest.fixture
def smoke(script):
    return script("smoke")


def saved(path, **arrays):
    np.savez(path, **arrays)
    return path


def test_equal_arrays(smoke, tmp_path):
    one = saved(tmp_path / "a.npz", x=np.arange(3), x_mask=np.ones(3, bool))
    assert smoke.compare_arrays(one, saved(tmp_path / "b.npz", x=np.arange(3), x_mask=np.ones(3, bool))) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"x": np.array([0, 1, 3])},
        {"x": np.arange(3, dtype=np.int32)},
        {"x": np.arange(3)[None]},
        {"y": np.arange(3)},
    ],
    ids=["value", "dtype", "shape", "name"],
)
def test_unequal_arrays(smoke, tmp_path, other):
    one = saved(tmp_path / "a.npz", x=np.arange(3))
    with pytest.raises(smoke.SmokeError):
        smoke.compare_arrays(one, saved(tmp_path / "b.npz", **other))


def test_an_empty_picture_and_a_small_one(smoke, qapp, tmp_path):
    from PySide6.QtGui import QImage

    image = QImage(*smoke.SIZE, QImage.Format.Format_RGB32)
    image.fill(0x335577)
    image.save(str(tmp_path / "empty.png"))
    with pytest.raises(smoke.SmokeError, match="1 colours only"):
        smoke.look_at_picture(tmp_path / "empty.png")
    image.scaled(40, 30).save(str(tmp_path / "small.png"))
    with pytest.raises(smoke.SmokeError, match="40 x 30 pixels"):
        smoke.look_at_picture(tmp_path / "small.png")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked up in /proc")
def test_a_process_that_is_left_is_seen(smoke, tmp_path):
    import shutil

    program = tmp_path.resolve() / "sleep"
    shutil.copy(shutil.which("sleep"), program)
    with subprocess.Popen([program, "60"]) as left:
        try:
            assert smoke.running(program.parent) == [left.pid]
        finally:
            left.kill()
    assert smoke.running(program.parent) == []


def test_the_environment_holds_nothing_of_this_machine(smoke, tmp_path, monkeypatch):
    monkeypatch.setenv("VIRTUAL_ENV", "/somewhere")
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PATH", "/somewhere/bin")
    environment = smoke.Bundle(tmp_path, tmp_path).environment()
    assert "somewhere" not in " ".join(environment.values())
    assert environment["HOME"] == str(tmp_path)


def test_a_program_that_fails_is_told(smoke, tmp_path):
    program = tmp_path / "padviewer"
    program.write_text("#!/bin/sh\necho broken >&2\nexit 4\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(smoke.SmokeError, match="--version ended with 4: broken"):
        smoke.Bundle(tmp_path, tmp_path).run("padviewer", "--version")


def test_a_child_that_says_nothing_is_told(smoke, tmp_path):
    with pytest.raises(smoke.SmokeError, match="gave no answer"):
        smoke.ask_child([sys.executable, "-c", "input()"], {}, tmp_path)


def test_a_childs_answer_is_found_behind_its_events(smoke, tmp_path):
    answers = r'{"hello": 1}\n{"id": 1, "ok": true, "result": 5}'
    program = f"import sys; input(); print('{answers}', flush=True); sys.stdin.read()"
    assert smoke.ask_child([sys.executable, "-c", program], {}, tmp_path)["result"] == 5


def test_a_changed_bundle_is_seen(smoke, tmp_path):
    (tmp_path / "a").write_text("1", "utf-8")
    before = smoke.files_of(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("1", "utf-8")
    assert set(smoke.files_of(tmp_path)) - set(before) == {"__pycache__/a.pyc"}
