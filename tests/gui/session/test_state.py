from dataclasses import FrozenInstanceError

import pytest

from padviewer.gui.session.state import ModelChoice, Refusal, Session, Source, View, Work


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (Session(), "recipe"),
        (View(), "order"),
        (Source("/a", "a", "", 0), "rows"),
        (Work("open", "Reading a"), "share"),
        (ModelChoice(), "path"),
        (Refusal("a was not opened", "There is no such file."), "what"),
    ],
)
def test_nothing_of_it_can_be_changed(made, field):
    with pytest.raises(FrozenInstanceError):
        setattr(made, field, None)


def test_sources_are_compared_by_what_they_say():
    one = Source("/a", "a", "/store", 3, options={"delimiter": ";"})
    assert one == Source("/a", "a", "/store", 3, options={"delimiter": ";"})
    assert one != Source("/a", "a", "/store", 3, "g1", options={"delimiter": ";"})
