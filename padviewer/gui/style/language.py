"""The language of the window: which there are, and how one is installed before the first text is said."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from padviewer.assets import asset
from padviewer.gui.style.words import mark

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
