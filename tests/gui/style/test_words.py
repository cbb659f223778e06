"""Words with fields and counts, in English and in a language that says everything in brackets."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from padviewer.core.errors import ContentError
from padviewer.core.sentence import say, say_count
from padviewer.gui.style.words import CONTEXT, locale, mark, problem_words, told, tr, tr_count


class Brackets(QTranslator):
    """Says every text of PadViewer in brackets; its counted ones tell the count that decided the form."""

    def translate(self, context, text, comment=None, n=-1):
        if context != CONTEXT:
            return None
        return f"[{text}]" if n < 0 else f"[{n}: {text}]"

    def isEmpty(self):
        return False


@pytest.fixture
def brackets(qapp):
    translator = Brackets()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_fields_are_filled_and_braces_of_values_stay():
    assert tr("Open") == "Open"
    assert tr("Row {row} of {file}", row="1,234", file="{x}.npy") == "Row 1,234 of {x}.npy"
    assert tr("100 % {of}") == "100 % {of}"  # nothing is filled where nothing is given


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 rows"),
        (1, "1 row"),
        (2, "2 rows"),
        (1234567, "1,234,567 rows"),
        (2**40, "1,099,511,627,776 rows"),
    ],
)
def test_a_count_has_its_form_and_its_groups(count, said):
    assert tr_count("{count} row", "{count} rows", count) == said


def test_a_count_with_other_fields():
    assert tr_count("{count} row of {file}", "{count} rows of {file}", 1, file="a") == "1 row of a"


def test_another_language_is_asked_with_the_count(brackets):
    assert tr("Row {row}", row="7") == "[Row 7]"
    assert tr_count("{count} row", "{count} rows", 1) == "[1: 1 rows]"
    assert tr_count("{count} row", "{count} rows", 2**40) == f"[{2**31 - 1}: {2**40:,} rows]"
    assert mark("Row") == "Row"


def test_what_the_core_says_is_translated_by_its_template(brackets):
    sentence = say(
        "“{column}” has {rows}.", column="a{b}", rows=say_count("{count} row", "{count} rows", 1500)
    )
    assert str(sentence) == "“a{b}” has 1,500 rows."
    assert told(sentence) == "[“a{b}” has [1500: 1,500 rows].]"
    assert told("plain {text}") == "plain {text}"


def test_in_english_a_sentence_is_as_the_core_wrote_it():
    assert told(say("Take {n} of {m:,}.", n=1000, m=1000)) == str(say("Take {n} of {m:,}.", n=1000, m=1000))
    assert told(say_count("{count} row", "{count} rows", 1)) == "1 row"


def test_a_problem_is_what_happened_and_what_to_do(brackets):
    assert problem_words(ContentError("odd", say("It is odd."), remedy=say("Make it even."))) == (
        "[It is odd.] [Make it even.]"
    )
    assert problem_words(ContentError("odd", say("It is odd."))) == "[It is odd.]"


def test_english_stands_in_for_the_c_locale():
    assert locale(QLocale.c()).language() == QLocale.Language.English
    assert locale(QLocale("de_DE")).language() == QLocale.Language.German
    assert locale().groupSeparator() == ","
