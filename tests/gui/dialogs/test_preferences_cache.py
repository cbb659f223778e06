"""The cache's section while its jobs run; `test_preferences_sheet` empties a real cache with it."""

import pytest

from padviewer.core.errors import PathError
from padviewer.core.store.cache import CacheFacts
from padviewer.gui.dialogs.preferences import CacheSection


class Later(list):
    """A controller that keeps the jobs until they are answered."""

    @property
    def jobs(self):
        return self

    def submit(self, channel, function, done, failed=None):
        self.append((channel, done, failed))


@pytest.fixture
def section(qtbot):
    made = CacheSection(Later())
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.jobs = made._controller.jobs
    return made


def test_while_it_is_measured_it_says_so(section):
    section.measure()
    assert section.size_label.text() == "The size is counted."
    ((channel, done, _),) = section.jobs
    assert channel == "cache"
    done(CacheFacts("/c/stores", 1_500_000, kept=1))
    assert section.size_label.text() == "1.50\u202fMB of 1 file"
    assert section.place.text() == "/c/stores"


def test_while_it_is_emptied_it_cannot_be_emptied_again(section):
    section.empty.click()
    assert not section.empty.isEnabled()
    section.empty.click()
    assert len(section.jobs) == 1
    section.jobs[0][1](CacheFacts("/c/stores", 0, freed=2_000_000))
    assert section.empty.isEnabled()
    assert section.said.text() == "2.00\u202fMB are free again."
    section.empty.click()
    assert section.said.text() == ""


def test_what_went_wrong_is_said_until_the_next_try(section):
    section.empty.click()
    section.jobs[-1][2](PathError("cannot-write", "The disk is gone.", remedy="Plug it in."))
    assert section.problem.text() == "The disk is gone. Plug it in."
    assert section.size_label.text() == ""
    assert section.empty.isEnabled()
    section.measure()
    assert section.problem.text() == ""


def test_what_nobody_expected_is_a_fault(section):
    section.measure()
    with pytest.raises(ZeroDivisionError):
        section.jobs[-1][2](ZeroDivisionError())
