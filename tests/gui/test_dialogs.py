"""What the dialogs propose before a person has said anything."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from padviewer.assets import asset
from padviewer.gui.dialogs import export_folder


def test_an_export_is_proposed_beside_its_source(tmp_path):
    assert export_folder(str(tmp_path / "rows.csv")) == str(tmp_path)
    assert export_folder("") == str(Path.cwd())


def test_a_sample_is_not_exported_into_the_program_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    sample = str(asset("samples/reviews.parquet"))
    assert export_folder(sample) == str(tmp_path)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "gone"))
    assert export_folder(sample) == str(tmp_path / "home")
