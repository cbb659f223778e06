"""Read as: what a long table is read by can be taken back, and several sheets can be chosen from."""

from padviewer.gui.panels.data.read_as import ReadAs


def test_a_long_table_is_a_choice_that_can_be_taken_back(qtbot):
    panel = ReadAs()
    qtbot.addWidget(panel)
    guessed = {"shape": "table", "long": "user,time"}
    assert panel.show_reading("CSV", guessed, {"long": "user,time"})
    choice = panel.choices["long"]
    assert (choice.key(), choice.itemText(0)) == ("user,time", "Guess")
    heard = []
    panel.chosen.connect(lambda key, value: heard.append((key, value)))
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert heard == [("long", None)]
    assert panel.show_reading("CSV", {"shape": "table"}, {})
    assert "long" not in panel.choices


def test_the_sheets_of_a_workbook_can_be_chosen_from(qtbot):
    panel = ReadAs()
    qtbot.addWidget(panel)
    panel.show_reading("Excel", {"table": "one", "other tables": "two, three", "header": "yes"}, {})
    choice = panel.choices["table"]
    assert [choice.itemData(at) for at in range(choice.count())] == ["", "one", "two", "three"]
    assert set(panel.choices) == {"header", "shape", "table"}
