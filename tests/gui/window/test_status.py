import pytest

from padviewer.gui.window.status import StatusFact, StatusLine

FACTS = (
    StatusFact("(1319, 96) int32", "t1", mono=True),
    StatusFact("506 kB"),
    StatusFact("52.0 % padding"),
    StatusFact("21 rows cut"),
)


@pytest.fixture
def status(qtbot):
    made = StatusLine()
    qtbot.addWidget(made)
    made.set_facts(FACTS)
    made.resize(1280, 28)
    return made


def test_all_facts_where_there_is_room(status):
    assert status.shown_facts() == FACTS
    assert status.sizeHint().height() == 28


def test_the_last_facts_give_way(status):
    status.resize(280, 28)
    shown = status.shown_facts()
    assert 0 < len(shown) < len(FACTS)
    assert shown == FACTS[: len(shown)]
    before = len(shown)
    status.set_message("Exporting question_post96.npz")
    assert len(status.shown_facts()) <= before


def test_words(status):
    assert status.accessibleName() == "Status"
    status.set_message("Ready")
    assert status.message() == "Ready"
    assert status.accessibleDescription() == "(1319, 96) int32, 506 kB, 52.0 % padding, 21 rows cut. Ready"


def accents(status):
    image = status.grab().toImage()
    return [x for x in range(image.width()) if image.pixelColor(x, 14).name() == "#2b5bd7"]


def test_progress_fills_its_track(status):
    status.set_message("Exporting", None)
    assert accents(status) == []
    widths = []
    for share in (0.25, 0.5, 1.0):
        status.set_message("Exporting", share)
        widths.append(len(accents(status)))
    assert widths == pytest.approx([30, 60, 120], abs=2)
    status.set_message("Exporting", 7.0)
    assert len(accents(status)) == pytest.approx(120, abs=2)


def test_a_line_parts_it_from_the_window(status, colour_at):
    assert colour_at(status, 640, 0) == "#E1E4E9"
    assert colour_at(status, 640, 5) == "#F5F6F8"
