"""Searches in jobs: piece after piece, first hit at once, and where hits stand in the tensor."""

import numpy as np

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.rows import search
from padviewer.core.rows.find import Query
from padviewer.core.rows.search import search_some
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.views.bars import finder as module
from padviewer.gui.views.bars.finder import Finder, field_of

TEXTS = ["the cat sat", "", "a dog", "Cat and cat and more cat", "no"]


def searched(finder, qtbot, query):
    """Search to the end; returns the numbers of rows and hits after every job."""
    seen = []
    finder.changed.connect(lambda: seen.append((finder.searched, len(finder.rows))))
    finder.start(query)
    qtbot.waitUntil(lambda: not finder.is_running)
    return seen


def place_of(finder, hit):
    said = []
    finder.placed.connect(lambda *cell: said.append(cell))
    finder.place(hit)
    return said[-1]


def test_words_of_texts_and_their_columns(qtbot, showing):
    controller = showing({"t": TEXTS}, {"t": "sequence"}, maxlen=4, truncating="pre", padding="pre")
    finder = Finder(controller)
    searched(finder, qtbot, Query("cat"))
    assert finder.rows.tolist() == [0, 3, 3, 3]
    assert finder.is_whole
    built = controller.plan.block("t", slice(None)).array.tolist()
    words = controller.plan.recipe.fitted["t"].transforms[1].words
    assert place_of(finder, 0) == (0, 0, built[0].index(words.index("cat") + 1))
    assert place_of(finder, 1) == (1, 3, -1)  # the first two words of six are cut
    assert place_of(finder, 3) == (3, 3, 3)


def test_values_and_part_of_the_rows(qtbot, showing):
    controller = showing({"x": [[1, 5], [], [5, 7, 5]]}, {"x": "sequence"}, maxlen=2)
    finder = Finder(controller)
    searched(finder, qtbot, Query("5"))
    assert list(zip(finder.rows.tolist(), finder.steps.tolist(), strict=True)) == [(0, 1), (2, 0), (2, 2)]
    assert [place_of(finder, hit)[1:] for hit in range(3)] == [(0, 1), (2, 0), (2, -1)]
    assert finder.total == finder.searched == 3


def test_a_list_of_words_is_searched_in_the_source(qtbot, showing):
    finder = Finder(showing({"x": [["a", "ba"], ["c"]]}, {"x": "sequence"}, maxlen=2))
    searched(finder, qtbot, Query("a"))
    assert [place_of(finder, hit)[1:] for hit in range(2)] == [(0, 0), (0, 1)]


def test_the_first_hit_comes_before_the_rest(qtbot, showing, monkeypatch):
    monkeypatch.setattr("padviewer.core.rows.find._TextSearch.piece", 10)
    monkeypatch.setattr(search, "SECONDS", 0)
    finder = Finder(showing({"t": ["a cat here"] * 20}, {"t": "sequence"}, jobs=Jobs(), maxlen=4))
    seen = searched(finder, qtbot, Query("cat"))
    assert seen[0] == (1, 1)
    assert seen[-1] == (20, 20)
    assert [rows for rows, _ in seen] == list(range(1, 21))


def test_a_job_goes_on_where_a_row_ends(showing, monkeypatch):
    monkeypatch.setattr("padviewer.core.rows.find._TextSearch.piece", 4)
    monkeypatch.setattr(search, "SECONDS", -1)
    field = field_of(showing({"t": ["abcdefghij", "cat"]}, {"t": "sequence"}, maxlen=4))
    first = search_some(field, Query("j"), 0, lambda: False, until_hit=True)
    assert (first.rows.tolist(), first.following) == ([0], 1)  # all of the torn row
    assert search_some(field, Query("j"), 0, lambda: True, until_hit=True).following == 0


def test_it_ends_at_so_many_hits(qtbot, showing, monkeypatch):
    monkeypatch.setattr("padviewer.core.rows.find._TextSearch.piece", 4)
    monkeypatch.setattr(search, "SECONDS", 0)
    monkeypatch.setattr(module, "MOST_HITS", 3)
    finder = Finder(showing({"t": ["cat "] * 9}, {"t": "sequence"}, maxlen=4))
    searched(finder, qtbot, Query("cat"))
    assert len(finder.rows) == 3
    assert not finder.is_whole


def test_it_is_stopped_and_nothing_more_comes(qtbot, showing, monkeypatch):
    monkeypatch.setattr("padviewer.core.rows.find._TextSearch.piece", 4)
    monkeypatch.setattr(search, "SECONDS", 0)
    finder = Finder(showing({"t": ["cat "] * 9}, {"t": "sequence"}, jobs=Jobs(), maxlen=4))
    finder.changed.connect(lambda: finder.is_running and finder.stop())
    finder.start(Query("cat"))
    qtbot.waitUntil(lambda: not finder.is_running)
    assert (finder.searched, len(finder.rows)) == (1, 1)
    assert finder._controller.jobs.wait_idle(5)
    assert (finder.searched, len(finder.rows)) == (1, 1)


def test_what_cannot_be_looked_for_is_said(qtbot, showing):
    finder = Finder(showing({"x": [[1]]}, {"x": "sequence"}, maxlen=1))
    with qtbot.waitSignal(finder.refused) as said:
        finder.start(Query("cat"))
    assert said.args[0].startswith("“cat” is no number. Look for a number")
    assert not finder.is_running


def test_an_error_of_another_kind_is_told_too(qtbot, showing, monkeypatch):
    monkeypatch.setattr(module, "search_some", lambda *_, **__: (_ for _ in ()).throw(OSError("disk gone")))
    finder = Finder(showing({"x": [[1]]}, {"x": "sequence"}, maxlen=1))
    with qtbot.waitSignal(finder.refused) as said:
        finder.start(Query("1"))
    assert said.args == ["OSError: disk gone"]


def test_before_a_file_there_is_nothing_to_search(showing):
    controller = showing({"x": [[1]]}, {"x": "sequence"}, maxlen=1)
    controller._show_plan(None)
    finder = Finder(controller)
    finder.start(Query("1"))
    finder.place(0)
    assert (finder.is_running, finder.total, finder.searched, finder.is_whole) == (False, 0, 0, False)


def test_unknown_words_are_still_found_in_the_source(qtbot, showing):
    controller = showing(
        {"t": ["x kitten"]}, {"t": "sequence"}, transforms=(Tokenise(), Vocabulary(words=("x",))), maxlen=2
    )
    finder = Finder(controller)
    searched(finder, qtbot, Query("kitten"))
    assert place_of(finder, 0) == (0, 0, 1)
    assert np.array_equal(finder.rows, [0])
