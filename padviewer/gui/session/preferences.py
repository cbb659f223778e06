"""What a person prefers, as one value, read from the settings with doubt and written back with care."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args

from PySide6.QtCore import QSettings

from padviewer.core.picture.ramps import RAMPS
from padviewer.core.sentence import Sentence, say
from padviewer.gui.style.words import mark, tr

ThemeChoice = Literal["system", "light", "dark"]
Language = Literal["system", "en", "de"]
Motion = Literal["system", "on", "off"]

VERSION = 1
VERSION_KEY, TOLD_KEY = "settings/version", "settings/told"
SIZES = tuple(range(80, 201, 10))
MEMORY_MB = (16, 65_536)
CACHE_GB = (1, 10_000)
LONGEST = 4096


@dataclass(frozen=True)
class Preferences:
    """The choices that outlive a window.

    Parameters
    ----------
    theme : {"system", "light", "dark"}
    language : {"system", "en", "de"}
    size : int
        Of text and controls, percent: 80 to 200 in steps of 10.
    ramp : str
        The colours a view begins with: one of `padviewer.core.picture.ramps.RAMPS`.
    reduced_motion : {"system", "on", "off"}
        Whether nothing moves by itself.
    memory_mb : int
        Megabytes (10⁶ bytes) that the views may hold in memory.
    cache_gb : int
        Gigabytes (10⁹ bytes) that the rows of all files read may take on the disk.
    interpreter : str
        The Python that has TensorFlow; empty for PadViewer's own.
    reopen : bool
        Whether the file that was open last is opened at the start.
    problems : tuple of Sentence
        What the settings said that cannot be, to show once with `told`: it is read before the language is
        installed that it is to be said in. No part of equality.
    """

    theme: ThemeChoice = "system"
    language: Language = "system"
    size: int = 100
    ramp: str = "tide"
    reduced_motion: Motion = "system"
    memory_mb: int = 64
    cache_gb: int = 20
    interpreter: str = ""
    reopen: bool = True
    problems: tuple[Sentence, ...] = field(default=(), compare=False)

    @classmethod
    def load(cls, settings: QSettings) -> Preferences:
        """Read the preferences; what cannot be is its default, and `problems` says so.

        Settings of a newer version are read as far as they are understood. What was told about them once,
        and written by `save`, is not told again.
        """
        values, odd = _read(settings)
        newer = _version(settings) > VERSION
        problems: list[Sentence] = []
        if settings.status() == QSettings.Status.FormatError:
            problems.append(say("Parts of the settings file cannot be read and are ignored."))
        if newer:
            said = say("The settings are of a newer PadViewer; what this one does not know is left as it is.")
            problems.append(said)
        for name, value in odd.items():
            label = Sentence(_ENTRIES[name].label)
            said = say("The setting “{name}” cannot be “{value}” and is back at its default.",
                       name=label, value=value)  # fmt: skip
            problems.append(said)
        if newer and settings.value(TOLD_KEY) == str(_version(settings)):
            problems = []
        return cls(**values, problems=tuple(problems))

    def save(self, settings: QSettings, before: Preferences | None = None) -> str:
        """Write the preferences; return what went wrong as a sentence, empty for nothing.

        Keys that are not of this version stay as they are. In settings of a newer version so does a value
        that this one did not understand, until the person chooses another.

        Parameters
        ----------
        settings : QSettings
        before : Preferences or None
            What held until now: only what differs from it is written, so that what another PadViewer wrote
            meanwhile stays. None: everything.
        """
        read, odd = _read(settings)
        version = _version(settings)
        for name, entry in _ENTRIES.items():
            value = getattr(self, name)
            is_changed = value != read[name] and (before is None or value != getattr(before, name))
            if is_changed or (name in odd and version <= VERSION):
                settings.setValue(entry.key, value)
        if version > VERSION:
            settings.setValue(TOLD_KEY, str(version))
        else:
            settings.setValue(VERSION_KEY, VERSION)
        settings.sync()
        if settings.status() == QSettings.Status.AccessError:
            return tr(
                "The preferences cannot be written to {path}; they hold until PadViewer ends.",
                path=settings.fileName(),
            )
        return ""


@dataclass(frozen=True)
class _Entry:
    """How one preference stands in the settings; `take` raises ValueError for what it cannot be."""

    key: str
    label: str
    take: Callable[[Any], Any]


def _one_of(allowed: tuple[Any, ...]) -> Callable[[Any], Any]:
    def take(value: Any) -> Any:
        if value not in allowed:
            raise ValueError
        return value

    return take


def _whole(least: int, most: int, step: int = 1) -> Callable[[Any], Any]:
    def take(value: Any) -> int:
        said = str(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
        if not (said.isascii() and said.isdigit() and len(said) < 10):
            raise ValueError
        number = int(said)
        if not least <= number <= most or number % step:
            raise ValueError
        return number

    return take


def _yes(value: Any) -> bool:
    said = {"true": True, "false": False}.get(str(value).lower())
    if said is None:
        raise ValueError
    return said


def _path(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable():
        raise ValueError
    return value


_ENTRIES: dict[str, _Entry] = {
    "theme": _Entry("theme", mark("Theme"), _one_of(get_args(ThemeChoice))),
    "language": _Entry("language", mark("Language"), _one_of(get_args(Language))),
    "size": _Entry("size", mark("Size"), _whole(SIZES[0], SIZES[-1], 10)),
    "ramp": _Entry("ramp", mark("Colours"), _one_of(RAMPS)),
    "reduced_motion": _Entry("reduced_motion", mark("Reduced motion"), _one_of(get_args(Motion))),
    "memory_mb": _Entry("memory_mb", mark("Memory"), _whole(*MEMORY_MB)),
    "cache_gb": _Entry("cache_gb", mark("Cache"), _whole(*CACHE_GB)),
    "interpreter": _Entry("interpreter", mark("Python for models"), _path),
    "reopen": _Entry("reopen", mark("At the start"), _yes),
}


def _read(settings: QSettings) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the value of every preference, and what those said that cannot be."""
    defaults = {one.name: one.default for one in fields(Preferences)}
    values: dict[str, Any] = {}
    odd: dict[str, str] = {}
    for name, entry in _ENTRIES.items():
        values[name] = defaults[name]
        if settings.contains(entry.key):
            said = settings.value(entry.key)
            try:
                values[name] = entry.take(said)
            except (ValueError, TypeError):
                odd[name] = _shortened(said)
    return values, odd


def _version(settings: QSettings) -> int:
    """Return the version of the settings; 0 where they do not say."""
    try:
        version: int = _whole(0, 10**8)(settings.value(VERSION_KEY, 0))
    except ValueError:
        return 0
    return version


def _shortened(said: Any) -> str:
    """Return a value as it may stand in a sentence: printable, and not long."""
    words = str(said)[:200]
    words = "".join(one if one.isprintable() else "·" for one in words)
    return words if len(words) <= 40 else f"{words[:39]}…"
