"""What the start page offers besides an open file dialog: the files opened last, and the samples."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QSettings

from padviewer.assets import asset
from padviewer.gui.session.state import Session
from padviewer.gui.style import numbers
from padviewer.gui.style.words import locale, tr, tr_count

MOST = 10
KEY = "recent/files"
RECIPES_KEY = "recent/recipes"
_LATEST = 250_000_000_000.0  # the year 9892: no clock says later, and datetime ends soon after


@dataclass(frozen=True)
class RecentFile:
    """A file that was open before.

    Parameters
    ----------
    path : str
    name : str
    facts : str
        What it holds: ``"1,319 rows · question → tokens"``.
    when : str
        When it was open last: ``"yesterday"``.
    problem : str
        Why it cannot be opened now: ``"not found"``; empty when it can.
    """

    path: str
    name: str
    facts: str
    when: str
    problem: str = ""


@dataclass(frozen=True)
class Sample:
    """A dataset that comes with the program.

    Parameters
    ----------
    path : str
    name : str
    facts : str
    rows : int
    lengths : str
        The range of its lengths: ``"15–164 steps"``.
    histogram : tuple of int
        Rows in bins of equal width, at most 40.
    """

    path: str
    name: str
    facts: str
    rows: int
    lengths: str
    histogram: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Entry:
    """One file as it is kept; `at` in seconds since 1970."""

    path: str
    facts: str
    at: float


def user_settings() -> QSettings:
    """Return the user's own settings, an INI file ``PadViewer/padviewer.ini`` below their configuration."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "PadViewer", "padviewer")


def remember(settings: QSettings, session: Session, now: datetime | None = None) -> None:
    """Put the session's file first, with what it holds; the tenth file before it is forgotten.

    Parameters
    ----------
    settings : QSettings
    session : Session
    now : datetime or None
        With a time zone; None asks the clock.
    """
    source = session.source
    if source is None:
        return
    facts = tr_count("{count} row", "{count} rows", source.rows)
    if session.recipe is not None:
        tensor = session.tensor if session.looked is None else next(iter(session.recipe.tensors))
        facts = f"{facts} · {session.recipe.column(tensor)} → {tensor}"
    entry = _Entry(str(Path(source.path).absolute()), facts, (now or _now()).timestamp())
    settings.sync()  # another PadViewer may have opened files meanwhile
    others = [one for one in _entries(settings) if one.path != entry.path]
    kept = [asdict(one) for one in [entry, *others][:MOST]]
    settings.setValue(KEY, json.dumps(kept))
    settings.sync()


def files(
    settings: QSettings, gone: Collection[str] = (), now: datetime | None = None
) -> tuple[RecentFile, ...]:
    """Return the files opened last, the newest first; one of those that are `gone` says where it was.

    What somebody else wrote into the settings and cannot be read counts as nothing.
    """
    now = now or _now()
    return tuple(_shown(one, gone, now) for one in _entries(settings))


def gone_of(settings: QSettings) -> Callable[[], frozenset[str]]:
    """Return what looks on the disk which recent files and recipes are gone.

    A place in a network that does not answer takes long: call it in a job.
    """
    paths = [*(one.path for one in _entries(settings)), *_recipes(settings)]
    return lambda: frozenset(one for one in paths if not Path(one).exists())


def remember_recipe(settings: QSettings, path: str) -> None:
    """Put a recipe's file first; the tenth file before it is forgotten."""
    own = str(Path(path).absolute())
    settings.sync()
    kept = [own, *(one for one in _recipes(settings) if one != own)][:MOST]
    settings.setValue(RECIPES_KEY, json.dumps(kept))
    settings.sync()


def recipes(settings: QSettings, gone: Collection[str] = ()) -> tuple[RecentFile, ...]:
    """Return the recipes opened or saved last, the newest first; one of the `gone` says where it was."""
    return tuple(RecentFile(one, Path(one).name, "", "", _problem(one, gone)) for one in _recipes(settings))


def samples() -> tuple[Sample, ...]:
    """Return the samples that come with the program, in the order of their index.

    Raises
    ------
    FileNotFoundError
        The installation is damaged.
    """
    index = json.loads(asset("samples/index.json").read_text("utf-8"))
    return tuple(_sample(one) for one in index)


def when(then: datetime, now: datetime) -> str:
    """Return how long ago something was, in a word or two; both times in one time zone.

    >>> when(datetime(2024, 11, 3, 9, tzinfo=UTC), datetime(2024, 11, 3, 9, 12, tzinfo=UTC))
    '12 min ago'
    """
    seconds = (now - then).total_seconds()
    days = (now.date() - then.date()).days
    if 0 <= seconds < 60:
        return tr("just now")
    if 0 <= seconds < 3600:
        return tr("{minutes} min ago", minutes=int(seconds // 60))
    if days == 0 and seconds >= 0:
        return tr("{hours} h ago", hours=int(seconds // 3600))
    if days == 1:
        return tr("yesterday")
    month = locale().monthName(then.month, QLocale.FormatType.ShortFormat)
    if then.year == now.year:
        return tr("{day} {month}", day=then.day, month=month)
    return tr("{day} {month} {year}", day=then.day, month=month, year=then.year)


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _entries(settings: QSettings) -> list[_Entry]:
    try:
        kept = json.loads(str(settings.value(KEY, "[]")))
        found = [_Entry(str(one["path"]), str(one["facts"]), float(one["at"])) for one in kept[:MOST]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []
    return [one for one in found if 0 <= one.at < _LATEST]


def _shown(entry: _Entry, gone: Collection[str], now: datetime) -> RecentFile:
    then = datetime.fromtimestamp(entry.at, now.tzinfo)
    said = _problem(entry.path, gone)
    return RecentFile(entry.path, Path(entry.path).name, entry.facts, when(then, now), said)


def _problem(path: str, gone: Collection[str]) -> str:
    return tr("not found · last seen in {folder}", folder=Path(path).parent) if path in gone else ""


def _recipes(settings: QSettings) -> list[str]:
    try:
        kept = json.loads(str(settings.value(RECIPES_KEY, "[]")))
    except (ValueError, RecursionError):
        return []
    return [one for one in kept if isinstance(one, str)][:MOST] if isinstance(kept, list) else []


def _sample(entry: dict[str, Any]) -> Sample:
    span = numbers.span(entry["shortest"], entry["longest"])
    return Sample(
        str(asset(f"samples/{entry['file']}")),
        tr(entry["title"]),
        tr(entry["subtitle"]),
        entry["rows"],
        tr("{number} step", number=span) if entry["longest"] == 1 else tr("{range} steps", range=span),
        tuple(entry["histogram"]),
    )
