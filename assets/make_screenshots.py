"""Draw the pictures of the README from the running program: python assets/make_screenshots.py."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
SIZE = (1440, 900)
MAXLEN = 128


def main() -> None:
    """Write main_light.png, main_dark.png and start_light.png."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings

    from padviewer.gui import app as application

    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        _, window = application.make("light", settings)
        window.resize(*SIZE)
        window.show()
        _grab(window, "start_light.png")
        _arrange(window, application)
        _grab(window, "main_light.png")
        window.set_theme("dark")
        application.wait_until(lambda: application.is_settled(window))
        _grab(window, "main_dark.png")
        window.close()


def _arrange(window: Any, application: Any) -> None:
    """Open the reviews with a maxlen that cuts some rows, beside a small model."""
    controller = window.controller
    window.open(str(HERE / "samples" / "reviews.parquet"))
    application.wait_until(lambda: application.is_settled(window))
    controller.set_choice(f"Maxlen {MAXLEN}", maxlen=MAXLEN)
    controller.model.choose_template("embedding_rnn", {})
    application.wait_until(lambda: application.is_settled(window) and not controller.model.state.busy)
    cut = next(one for one in controller.findings if one.code == "steps-lost")
    row = next(one for one in cut.rows if one > 120)
    window.views.current.go_to_row(row)
    controller.select(row, 37)
    application.wait_until(lambda: application.is_settled(window))


def _grab(window: Any, name: str) -> None:
    window.grab().save(str(HERE / "screenshots" / name), "PNG")


if __name__ == "__main__":
    main()
