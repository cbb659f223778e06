"""The cross-hair of a heatmap: which cell it is on, and the newest profiles through it."""

from __future__ import annotations

from collections.abc import Callable

from padviewer.gui.views.heatmap.frames import Submit
from padviewer.gui.views.heatmap.layout import Picture
from padviewer.gui.views.heatmap.profiles import Profiles, profiles_of

Place = tuple[int, int]


class CrossHair:
    """Keeps the profiles through a cell up to date; the last ones stay until newer ones come.

    Parameters
    ----------
    submit : callable
        ``submit(work, done)`` runs `work` elsewhere and calls `done` in the window's thread.
    changed : callable
        Called when profiles have come.
    """

    def __init__(self, submit: Submit, changed: Callable[[], None]) -> None:
        self._submit = submit
        self._changed = changed
        self._wanted: tuple[Picture, Place] | None = None
        self.is_on = False
        self.profiles: Profiles | None = None

    @property
    def place(self) -> Place | None:
        """Row of the view and step that it is on; None for none."""
        return self._wanted[1] if self._wanted is not None else None

    def want(self, picture: Picture | None, place: Place | None) -> None:
        """Put the cross-hair on a cell (row of the view, step) of a picture, or on none."""
        if not self.is_on or picture is None or place is None or not all(picture.shown):
            self._wanted = self.profiles = None
            return
        if self._wanted == (picture, place):
            return
        if self._wanted is not None and self._wanted[0].source is not picture.source:
            self.profiles = None
        self._wanted = (picture, place)
        if picture.source.in_memory:
            self.profiles = profiles_of(picture, place)
        else:
            self._submit(lambda: profiles_of(picture, place), self._on_profiles)

    def _on_profiles(self, profiles: Profiles) -> None:
        if self._wanted is not None and self._wanted[0].source is profiles.source:
            self.profiles = profiles
            self._changed()
