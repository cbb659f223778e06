"""Notices: one at a time, a lesser one never over a more serious one, none lost and none twice."""

import pytest

from padviewer.gui.widgets.buttons import Button, IconButton
from padviewer.gui.window.notices import MOST_WAITING, Banner, BannerNote, Notices

INFO, OTHER = BannerNote("info", "The recipe is saved."), BannerNote("info", "The file has changed.")
WARNING, ERROR = BannerNote("warning", "21 rows lose words."), BannerNote("error", "The disk is full.")
OFFER = BannerNote("warning", "It had rows.csv open.", "Restore")
LONG, MOMENT = 1000.0, 0.02


@pytest.fixture
def banner(qtbot):
    made = Banner()
    qtbot.addWidget(made)
    return made


def close(banner):
    banner.findChild(IconButton).click()


def act(banner):
    next(one for one in banner.findChildren(Button)).click()


def test_the_first_is_shown_and_closing_it_leaves_nothing(banner):
    notices = Notices(banner, LONG)
    notices.tell(INFO)
    assert banner.note() == INFO
    close(banner)
    assert banner.note() is None
    notices.tell(INFO)
    assert banner.note() == INFO


@pytest.mark.parametrize(("first", "second"), [(WARNING, INFO), (ERROR, WARNING), (ERROR, INFO)])
def test_a_lesser_one_waits_for_a_more_serious_one(banner, first, second):
    notices = Notices(banner, LONG)
    notices.tell(first)
    notices.tell(second)
    assert (banner.note(), notices.waiting) == (first, (second,))
    close(banner)
    assert (banner.note(), notices.waiting) == (second, ())


def test_a_lesser_one_takes_its_turn_when_the_other_was_there_long_enough(banner, qtbot):
    notices = Notices(banner, MOMENT)
    notices.tell(ERROR)
    with qtbot.waitSignal(notices.shown) as shown:
        notices.tell(INFO)
        assert banner.note() == ERROR
    assert shown.args == [INFO]
    assert banner.note() == INFO
    assert notices.waiting == ()


def test_a_more_serious_one_comes_at_once_and_what_it_hid_comes_again(banner):
    notices = Notices(banner, LONG)
    notices.tell(INFO)
    notices.tell(ERROR)
    assert (banner.note(), notices.waiting) == (ERROR, (INFO,))


def test_what_was_there_long_enough_does_not_come_again(banner):
    notices = Notices(banner, 0.0)
    notices.tell(INFO)
    notices.tell(OTHER)
    assert (banner.note(), notices.waiting) == (OTHER, ())


def test_news_replaces_news_and_a_warning_comes_again(banner):
    notices, other = Notices(banner, LONG), BannerNote("warning", "3 rows are empty.")
    notices.tell(INFO)
    notices.tell(OTHER)
    assert (banner.note(), notices.waiting) == (OTHER, ())
    notices.tell(WARNING)
    notices.tell(other)
    assert (banner.note(), notices.waiting) == (other, (WARNING, OTHER))


def test_the_serious_ones_come_first_and_the_others_in_their_order(banner):
    notices = Notices(banner, LONG)
    notices.tell(ERROR)
    for note in (INFO, OTHER, WARNING):
        notices.tell(note)
    assert notices.waiting == (WARNING, INFO, OTHER)
    seen = []
    while banner.note() is not None:
        seen.append(banner.note())
        close(banner)
    assert seen == [ERROR, WARNING, INFO, OTHER]


def test_an_offer_stays_until_it_is_taken_or_closed(banner, qtbot):
    notices, done = Notices(banner, 0.0), []
    notices.tell(OFFER, lambda: done.append(banner.note()))
    for note in (INFO, WARNING):
        notices.tell(note)
    qtbot.wait(30)  # nothing may happen: no signal says so
    assert (banner.note(), notices.waiting) == (OFFER, (WARNING, INFO))
    act(banner)
    assert done == [WARNING]
    assert banner.note() == WARNING


def test_an_error_goes_over_an_offer_which_comes_again(banner):
    notices, done = Notices(banner, LONG), []
    notices.tell(OFFER, lambda: done.append(1))
    notices.tell(ERROR)
    assert banner.note() == ERROR
    close(banner)
    assert banner.note() == OFFER
    act(banner)
    assert done == [1]
    assert banner.note() is None


def test_the_same_is_not_told_twice(banner):
    notices = Notices(banner, LONG)
    for _ in range(3):
        notices.tell(ERROR)
        notices.tell(INFO)
    assert (banner.note(), notices.waiting) == (ERROR, (INFO,))


def test_the_newest_of_the_same_offer_is_what_is_done(banner):
    notices, done = Notices(banner, LONG), []
    notices.tell(OFFER, lambda: done.append("old"))
    notices.tell(OFFER, lambda: done.append("new"))
    act(banner)
    assert done == ["new"]


def test_a_flood_is_held_and_the_serious_ones_survive_it(banner):
    notices = Notices(banner, LONG)
    notices.tell(ERROR)
    for number in range(500):
        notices.tell(BannerNote("info", str(number)))
    notices.tell(WARNING)
    assert len(notices.waiting) == MOST_WAITING
    assert notices.waiting[0] == WARNING


def test_with_another_file_all_are_forgotten(banner, qtbot):
    notices = Notices(banner, MOMENT)
    notices.tell(ERROR)
    notices.tell(INFO)
    notices.clear()
    qtbot.wait(40)  # nothing may come: no signal says so
    assert (banner.note(), notices.waiting) == (None, ())
