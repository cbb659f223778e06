"""A rendered picture replaces a picture of ours, and nothing else unasked."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from padviewer.core.errors import PathError
from padviewer.gui import app
from padviewer.gui.window import still
from padviewer.gui.window.still import check_picture


@pytest.mark.parametrize("name", ["p.png", "p.svg", "p"])
def test_a_picture_of_ours_is_replaced(qtbot, tmp_path, name):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    check_picture(tmp_path / name)
    still._write_picture(window, tmp_path / name)
    before = (tmp_path / name).read_bytes()
    check_picture(tmp_path / name)
    still._write_picture(window, tmp_path / name)
    assert (tmp_path / name).read_bytes() == before


def foreign(path):
    """Put a picture of somebody else there."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.setText("Title", "My thesis")
    assert image.save(str(path), "PNG")


@pytest.mark.parametrize("name", ["p.png", "p.svg", "p"])
@pytest.mark.parametrize(
    "put", [foreign, lambda path: path.write_text("<?xml?><svg/>"), lambda path: path.touch()]
)
def test_what_is_not_ours_stays_unless_it_is_allowed(tmp_path, name, put):
    put(tmp_path / name)
    before = (tmp_path / name).read_bytes()
    with pytest.raises(PathError) as refused:
        app.run(None, render=str(tmp_path / name))  # before there is a window
    assert (refused.value.code, refused.value.exit_code) == ("already-there", 4)
    assert "--force" in refused.value.remedy
    assert (tmp_path / name).read_bytes() == before
    check_picture(tmp_path / name, force=True)


def test_a_link_and_a_file_that_nobody_can_read_are_not_ours(tmp_path):
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere.png")
    with pytest.raises(PathError, match="no picture"):
        check_picture(tmp_path / "gone.png")
    with pytest.raises(PathError, match="folder"):
        check_picture(tmp_path, force=True)
