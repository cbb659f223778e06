"""Where PadViewer keeps what belongs to the user: their presets, and what was open when it ended."""

from __future__ import annotations

from pathlib import Path


def presets_folder() -> Path:
    """Return the folder of saved presets: ``presets`` in the user's configuration of PadViewer."""
    from platformdirs import user_config_path

    return user_config_path("padviewer", appauthor=False) / "presets"


def sessions_folder() -> Path:
    """Return the folder of what is open in which process: ``sessions`` in the user's state of PadViewer."""
    from platformdirs import user_state_path

    return user_state_path("padviewer", appauthor=False) / "sessions"
