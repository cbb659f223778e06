import sys

import pytest

from padviewer.core.files.user_folders import presets_folder, sessions_folder


@pytest.mark.skipif(sys.platform != "linux", reason="the variables are those of Linux desktops")
def test_they_follow_the_desktops_variables(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert presets_folder() == tmp_path / "config" / "padviewer" / "presets"
    assert sessions_folder() == tmp_path / "state" / "padviewer" / "sessions"


def test_asking_makes_no_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    presets_folder()
    sessions_folder()
    assert list(tmp_path.iterdir()) == []
