"""The words of the window in the person's language: everything on the screen is said through here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from padviewer.assets import asset

CONTEXT = "padviewer"


def locale(chosen: QLocale | None = None) -> QLocale:
    """Return the locale to write in, the application's where none is given.

    The "C" locale groups nothing, so English stands in for it.
    """
    chosen = QLocale() if chosen is None else chosen
    return QLocale(QLocale.Language.English) if chosen.language() == QLocale.Language.C else chosen


def tr(text: str, **values: object) -> str:
    """Return a text in the language of the window.

    Parameters
    ----------
    text : str
        The English words, a literal, so that it can be collected; fields as ``{name}``.
    values
        What stands in the fields, as it is to be read: numbers formatted by `padviewer.gui.style.numbers`.
    """
    said = QCoreApplication.translate(CONTEXT, text)
    return said.format(**values) if values else said


def tr_count(one: str, several: str, count: int, **values: object) -> str:
    """Return a text that depends on a count.

    Parameters
    ----------
    one, several : str
        The English words for a count of 1 and for all others, both literals; ``{count}`` stands for the
        count, grouped by the locale.
    count : int
    values
        As for `tr`.
    """
    said = QCoreApplication.translate(CONTEXT, several, one, min(count, 2**31 - 1))
    if said == several and count == 1:
        said = one
    return said.format(count=locale().toString(count), **values)


def mark(text: str) -> str:
    """Return a text as it is, and have it collected for translation: for tables that `tr` reads later."""
    return text


def told(text: Any) -> str:
    """Return what the core said in the language of the window; a plain text stays as it is.

    Parameters
    ----------
    text : Sentence or str
        A `padviewer.core.sentence.Sentence` is translated by its template, its fields too.
    """
    template: str = getattr(text, "template", "")
    if not template:
        return str(text)
    values = {name: _field(value) for name, value in text.values.items()}
    count = text.values.get("count")
    if text.one and isinstance(count, int):
        said = QCoreApplication.translate(CONTEXT, template, text.one, min(max(count, 0), 2**31 - 1))
        if said == template and count == 1:
            said = text.one
    else:
        said = QCoreApplication.translate(CONTEXT, template)
    if said in (template, text.one) and locale().groupSeparator() == ",":
        return str(text)
    return said.format(**values)


def problem_words(error: Any) -> str:
    """Return what went wrong and what to do, in the language of the window.

    Parameters
    ----------
    error : PadViewerError, or what has its `what` and `remedy`; any other exception is named
    """
    if not hasattr(error, "what"):
        return f"{type(error).__name__}: {error}"
    return f"{told(error.what)} {told(error.remedy)}".strip()


def _field(value: Any) -> Any:
    """Return what stands in a field of a sentence: a number that groups by the locale, or words."""
    return _Number(value) if isinstance(value, int) and not isinstance(value, bool) else told(value)


class _Number(int):
    """A whole number that a field without a format writes in the locale's groups."""

    def __format__(self, spec: str) -> str:
        if spec:
            return super().__format__(spec)
        shown = locale()
        if -(2**63) <= self < 2**63:
            return shown.toString(int(self))
        return f"{int(self):,}".replace(",", shown.groupSeparator())  # Qt's numbers end there


LANGUAGES = (("system", mark("As the system")), ("en", "English"), ("de", "Deutsch"))
"""Key and words of each choice; a language is called what its speakers call it."""

_LOCALES = {"en": "en_US", "de": "de_DE"}
_NAME = "padviewer-language"


def install(app: QCoreApplication, choice: str) -> None:
    """Let the application speak a language and write numbers in its way.

    Texts that are on the screen stay as they are: call it before the window is made.

    Parameters
    ----------
    app : QCoreApplication
    choice : str
        A key of `LANGUAGES`; another one counts as ``"system"``.

    Raises
    ------
    FileNotFoundError
        The installation is damaged.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(locale_of(choice))
    if language_of(choice) == "de":
        for file in (_qt_file("qtbase_de.qm"), asset("translations/padviewer_de.qm")):
            translator = QTranslator(app)
            translator.setObjectName(_NAME)
            if translator.load(_read(file)):
                app.installTranslator(translator)


def language_of(choice: str) -> str:
    """Return the language that a choice means: ``"en"`` or ``"de"``; English where the system has neither."""
    if choice in _LOCALES:
        return choice
    wanted = next(iter(QLocale.system().uiLanguages()), "en")
    return "de" if QLocale(wanted).language() == QLocale.Language.German else "en"


def locale_of(choice: str) -> QLocale:
    """Return the locale that a choice means: the system's own where that has the language."""
    system = QLocale.system()
    if choice not in _LOCALES:
        return system
    named = QLocale(_LOCALES[choice])
    return system if system.language() == named.language() else named


@cache
def _read(file: Path) -> bytes:
    """Return a file of texts, empty where it is not there: Qt's own are not part of every package.

    Qt would map the file, and an update of the program that writes it anew would end the window. What Qt is
    given instead it does not copy, so it stays here.
    """
    return file.read_bytes() if file.is_file() else b""


def _qt_file(name: str) -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / name
