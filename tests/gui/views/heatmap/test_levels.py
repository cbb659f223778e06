import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from padviewer.core.picture.levels import LEVEL_KINDS, Levels
from padviewer.gui.views.heatmap.levels import LevelsForm, number_of, number_text


@pytest.fixture
def form(qtbot):
    made = LevelsForm()
    qtbot.addWidget(made)
    made.set_levels(Levels(), (-2.0, 8.5))
    made.show()
    return made


@pytest.fixture
def heard(form):
    chosen = []
    form.changed.connect(chosen.append)
    return chosen


def pick(form, kind):
    form.kind.setCurrentIndex(LEVEL_KINDS.index(kind))


def type_into(field, words):
    field.setFocus()
    edit = field.focusProxy()
    edit.setText(words)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_the_numbers_stand_where_the_kind_has_some(form, heard):
    shown = {}
    for kind in ("percentiles", "symmetric", "hand", "range"):
        pick(form, kind)
        shown[kind] = (form.low.isVisible(), form.high.isVisible())
    assert shown == {
        "percentiles": (True, True),
        "symmetric": (False, False),
        "hand": (True, True),
        "range": (False, False),
    }
    assert [(one.kind, one.low, one.high) for one in heard] == [
        ("percentiles", 1, 99),
        ("symmetric", 1, 99),
        ("hand", -2.0, 8.5),  # the ends as they are
        ("range", 1, 99),
    ]


def test_numbers_are_taken_and_wrong_ones_told_at_their_field(form, heard):
    pick(form, "hand")
    type_into(form.low, "-0.25")
    assert heard[-1] == Levels("hand", -0.25, 8.5)
    known = len(heard)
    type_into(form.high, "many")
    assert (form.low.error(), form.high.error()) == ("", "A level is a number, such as 0.5.")
    type_into(form.high, "-3")
    assert form.high.error() == "The low end must be below the high end."
    assert len(heard) == known
    assert form.levels() == Levels("hand", -0.25, 8.5)
    type_into(form.high, "3")
    assert (form.high.error(), heard[-1]) == ("", Levels("hand", -0.25, 3))


def test_percentiles_outside_are_told(form, heard):
    pick(form, "percentiles")
    type_into(form.high, "101")
    assert form.high.error() == "Percentiles go from 0 to 100."
    type_into(form.high, "99.9")
    assert heard[-1] == Levels("percentiles", 1, 99.9)
    type_into(form.low, "0")
    assert heard[-1] == Levels("percentiles", 0, 99.9)
    type_into(form.high, "101")
    assert (form.low.error(), form.high.error()) == ("", "Percentiles go from 0 to 100.")
    type_into(form.high, "99")
    type_into(form.low, "-1")
    assert form.low.error() == "Percentiles go from 0 to 100."


def test_the_scale(form, heard):
    QTest.keyClick(form.scale, Qt.Key.Key_Right)
    assert heard == [Levels(log=True)]
    pick(form, "hand")  # begins below 0, so it cannot stay logarithmic
    assert heard[-1] == Levels("hand", -2.0, 8.5)
    QTest.keyClick(form.scale, Qt.Key.Key_Right)
    assert len(heard) == 2
    assert form.scale.key() == "linear"
    assert form._scale_row.error() == "A logarithmic ramp begins above 0."
    type_into(form.low, "0.5")
    QTest.keyClick(form.scale, Qt.Key.Key_Right)
    assert heard[-1] == Levels("hand", 0.5, 8.5, log=True)
    type_into(form.low, "0")
    assert form.low.error() == "A logarithmic ramp begins above 0."


def test_levels_by_hand_of_one_value_begin_apart(form, heard):
    form.set_levels(Levels(), (4.0, 4.0))
    assert heard == []
    pick(form, "hand")
    assert heard == [Levels("hand", 4.0, 5.0)]


def test_escape_closes(form):
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


@pytest.mark.parametrize("value", [0.0, 1.0, -2.5, 1e-7, 123456789.125])
def test_a_number_is_read_as_it_is_written(value):
    assert number_of(number_text(value)) == value


def test_numbers_as_people_write_them():
    QLocale.setDefault(QLocale("de_DE"))
    assert [number_of(words) for words in ("1,5", "1.5", "\u22123", " 7 ")] == [1.5, 1.5, -3, 7]
    assert [number_of(words) for words in ("nan", "inf", "", "x")] == [None] * 4
