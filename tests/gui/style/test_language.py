import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from padviewer.assets import asset
from padviewer.core.sentence import from_json, say, say_count, to_json
from padviewer.gui.style import numbers, words
from padviewer.gui.style.words import CONTEXT, told, tr, tr_count


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    words.install(qapp, "en")


SPOKEN = {
    "{rows} lose {steps} in “{tensor}”": ("{rows} verlieren {steps} in „{tensor}“",),
    "{count} rows": ("{count} Zeile", "{count} Zeilen"),
    "{count} steps": ("{count} Schritt", "{count} Schritte"),
}


class Spoken(QTranslator):
    """A translator of a few sentences, so that the tests do not depend on the program's own texts."""

    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        forms = SPOKEN.get(source) if context == CONTEXT else None
        return None if forms is None else forms[0] if n == 1 else forms[-1]


@pytest.fixture
def german(qapp):
    spoken = Spoken()
    QLocale.setDefault(QLocale("de_DE"))
    qapp.installTranslator(spoken)
    yield
    qapp.removeTranslator(spoken)


def lost(rows, steps):
    return say(
        "{rows} lose {steps} in “{tensor}”",
        rows=say_count("{count} row", "{count} rows", rows),
        steps=say_count("{count} step", "{count} steps", steps),
        tensor="a {b}",
    )


def test_a_sentence_of_sentences_is_told_in_german_with_german_groups(german):
    assert told(lost(1, 12_345)) == "1 Zeile verlieren 12.345 Schritte in „a {b}“"
    assert told(from_json(to_json(lost(2000, 1)))) == "2.000 Zeilen verlieren 1 Schritt in „a {b}“"


def test_what_is_not_translated_yet_is_english_with_german_groups(german):
    assert told(say("{n} of {all}", n=1000, all="5000")) == "1.000 of 5000"
    assert told("plain {text}") == "plain {text}"


def test_a_counted_text_has_the_form_of_its_count(german):
    assert tr_count("{count} row", "{count} rows", 1) == "1 Zeile"
    assert tr_count("{count} row", "{count} rows", 10_000_000_000) == "10.000.000.000 Zeilen"


def test_english_is_as_it_is_written():
    assert told(lost(1, 12_345)) == "1 row lose 12,345 steps in “a {b}”"
    assert tr_count("{count} row", "{count} rows", 1) == "1 row"
    assert tr_count("{count} row", "{count} rows", 1319) == "1,319 rows"


def test_the_c_locale_writes_as_english_does():
    QLocale.setDefault(QLocale.c())
    assert tr_count("{count} row", "{count} rows", 1319) == "1,319 rows"
    assert numbers.count(1319) == "1,319"


def test_german_is_installed_and_taken_away(qapp):
    words.install(qapp, "de")
    assert tr("Recipe") == "Rezept"
    assert numbers.count(1319) == "1.319"
    assert numbers.percent(0.52) == "52,0\u202f%"
    words.install(qapp, "en")
    assert tr("Recipe") == "Recipe"
    assert numbers.count(1319) == "1,319"


def test_installing_twice_leaves_one_set_of_translators(qapp):
    for _ in range(3):
        words.install(qapp, "de")
        qapp.sendPostedEvents(None, 52)  # DeferredDelete
    assert 1 <= len(qapp.findChildren(QTranslator, "padviewer-language")) <= 2


def test_standard_buttons_are_german_too(qapp, qtbot):
    words.install(qapp, "de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"


@pytest.mark.parametrize(
    ("system", "choice", "spoken", "grouped"),
    [
        ("de_AT", "system", "de", None),
        ("de_AT", "de", "de", None),
        ("de_CH", "en", "en", "1,319"),
        ("fr_FR", "system", "en", None),
        ("fr_FR", "de", "de", "1.319"),
        ("en_GB", "en", "en", "1,319"),
        ("de_DE", "no such choice", "de", "1.319"),
    ],
)
def test_a_choice_means_a_language_and_a_locale(monkeypatch, system, choice, spoken, grouped):
    named = QLocale(system)
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: named))
    assert words.language_of(choice) == spoken
    found = words.locale_of(choice)
    if named.language() == found.language():
        assert found == named  # a person's own country is kept
    if grouped is not None:
        assert found.toString(1319) == grouped


def test_every_choice_has_a_name():
    assert [key for key, _ in words.LANGUAGES] == ["system", "en", "de"]
    assert all(said for _, said in words.LANGUAGES)


def test_a_file_of_texts_that_is_written_anew_leaves_the_window_alone(qapp, tmp_path, monkeypatch):
    file = tmp_path / "padviewer_de.qm"
    file.write_bytes(asset("translations/padviewer_de.qm").read_bytes())
    monkeypatch.setattr(words, "asset", lambda _name: file)
    words.install(qapp, "de")
    before = tr("Open a dataset")
    file.write_bytes(b"\xff" * file.stat().st_size)
    assert tr("Open a dataset") == before != "Open a dataset"


def test_without_qts_own_texts_ours_are_german(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(words, "_qt_file", lambda name: tmp_path / name)
    words.install(qapp, "de")
    assert tr("Open a dataset") != "Open a dataset"
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
