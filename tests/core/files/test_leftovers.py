"""Leftovers: only our names of one process go, and what was moved aside comes back."""

import os

import pytest

from padviewer.core.files.leftovers import (
    LEFTOVER,
    aside_name,
    put_back,
    remove_leftovers,
    restore,
    temporary_name,
)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_names_stand_beside_the_target_and_say_whose_they_are(tmp_path):
    target = tmp_path / "a.b.npz"
    for make, suffix in ((temporary_name, "part"), (aside_name, "aside")):
        name = make(target)
        assert name.parent == tmp_path
        assert LEFTOVER.fullmatch(name.name).groups() == (str(os.getpid()), suffix)
        assert make(target) != name


def test_only_the_processes_own_names_are_removed(tmp_path):
    for name in (".padviewer-7-00000000.part", ".padviewer-8-00000000.part", ".padviewer-7-0.part", "mine"):
        (tmp_path / name).touch()
    (tmp_path / ".padviewer-7-00000001.part").mkdir()
    (tmp_path / ".padviewer-7-00000002.part").symlink_to(tmp_path / "mine")
    assert remove_leftovers(tmp_path, 7) == 3
    assert names(tmp_path) == [".padviewer-7-0.part", ".padviewer-8-00000000.part", "mine"]


def moved_aside(tmp_path):
    aside = tmp_path / ".padviewer-7-00000000.aside"
    (aside / "f").mkdir(parents=True)
    (aside / "f" / "one").touch()
    return aside


def test_what_was_moved_aside_comes_back_where_its_place_is_free(tmp_path):
    moved_aside(tmp_path)
    assert remove_leftovers(tmp_path, 7) == 1
    assert names(tmp_path) == ["f"]
    moved_aside(tmp_path)
    (tmp_path / "f" / "two").touch()
    assert remove_leftovers(tmp_path, 7) == 1
    assert names(tmp_path / "f") == ["one", "two"]


def test_what_cannot_come_back_stays(tmp_path, monkeypatch):
    aside = moved_aside(tmp_path)

    def refuse(self, target):
        raise PermissionError

    monkeypatch.setattr(type(tmp_path), "rename", refuse)
    with pytest.raises(PermissionError):
        restore(aside)
    assert names(aside) == ["f"]


def test_a_folder_is_put_back_by_its_name(tmp_path):
    moved_aside(tmp_path)
    (tmp_path / "strange.aside").mkdir()
    assert not put_back(tmp_path / "g")
    assert put_back(tmp_path / "f")
    assert names(tmp_path / "f") == ["one"]
    assert not put_back(tmp_path / "f")
    assert names(tmp_path) == ["f", "strange.aside"]
