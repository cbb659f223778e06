from PySide6.QtWidgets import QLineEdit

from padviewer.gui.style import theme as look
from padviewer.gui.widgets.field import FormRow
from padviewer.gui.widgets.labels import NoteLine

LONG = "The fill value 300 does not fit int8, which holds −128 to 127. Still 0."


def test_a_row_is_34_high_and_grows_by_its_error(qtbot):
    row = FormRow("Maxlen", [QLineEdit()])
    qtbot.addWidget(row)
    assert row.sizeHint().height() == 34
    row.set_error(LONG)
    row.resize(232, row.heightForWidth(232))
    row.show()
    qtbot.waitExposed(row)
    error = row.findChild(NoteLine)
    assert error.isVisible()
    assert error.height() >= error.heightForWidth(error.width())  # no line is cut off
    assert error.heightForWidth(error.width()) >= 3 * look.current().line("small") - 6
    row.set_error("")
    assert not error.isVisible()
    assert row.error() == ""


def test_the_error_is_in_the_colour_of_refusal_in_both_themes(qapp, qtbot, colours_in):
    line = NoteLine("error", "err", "err")
    qtbot.addWidget(line)
    line.resize(200, 40)
    line.say("Maxlen must be 1 or more. Still 96.")
    assert line.accessibleName() == "Maxlen must be 1 or more. Still 96."
    assert "#B3202C" in colours_in(line, line.rect())
    look.apply(qapp, look.Theme("dark"))
    assert "#FF8A8A" in colours_in(line, line.rect())


def test_controls_of_several_rows_share_an_edge(qtbot):
    rows = [FormRow(label, [QLineEdit()]) for label in ("Ids", "Truncating")]
    for row in rows:
        qtbot.addWidget(row)
        row.resize(240, 34)
        row.show()
        qtbot.waitExposed(row)
    first, second = (row.findChild(QLineEdit).x() for row in rows)
    assert first == second == 80
    rows[0].set_label("Split on")
    assert rows[0].findChild(QLineEdit).x() == 80
