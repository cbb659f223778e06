"""What a change may bring is held against what was there before it, one fact beside its own."""

from dataclasses import replace

import pytest

from padviewer.core import Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.checks.trial import Trial, is_better
from padviewer.core.errors import Stopped
from padviewer.core.finding import Finding
from padviewer.core.sentence import say, say_count


def fact(template, count, layer="embedding", level="warning", where="x", code="mask-differs"):
    return Finding(level, code, say(template, layer=layer), count, where=where)


ATTENDED = fact("{layer} attends padding.", 5)
DROPPED = fact("{layer} drops steps.", 3)


@pytest.mark.parametrize(
    ("target", "before", "after", "better"),
    [
        (DROPPED, [ATTENDED, DROPPED], [ATTENDED], True),
        (DROPPED, [ATTENDED, DROPPED], [DROPPED], False),  # the other one went
        (DROPPED, [ATTENDED, DROPPED], [replace(ATTENDED, count=4)], True),
        (DROPPED, [ATTENDED, DROPPED], [replace(ATTENDED, count=6)], False),
        (DROPPED, [DROPPED], [ATTENDED], False),
        (DROPPED, [DROPPED], [replace(ATTENDED, level="info")], True),
        (DROPPED, [DROPPED], [replace(ATTENDED, level="error")], False),
        (ATTENDED, [ATTENDED, replace(ATTENDED, level="info")], [replace(ATTENDED, level="info")], True),
        (replace(DROPPED, level="error"), [replace(DROPPED, level="error")], [DROPPED], True),
        # two layers of one kind at one place
        (DROPPED, [DROPPED, fact("{layer} drops steps.", 3, "other")], [DROPPED], False),
        (
            DROPPED,
            [DROPPED, fact("{layer} drops steps.", 3, "other")],
            [fact("{layer} drops steps.", 3, "other")],
            True,
        ),
        (DROPPED, [DROPPED, fact("{layer} drops steps.", 3, "other")], [], True),
        # a sample has fewer of what the whole has
        (replace(DROPPED, count=90), [DROPPED], [replace(DROPPED, count=1)], False),
        (replace(DROPPED, count=90), [DROPPED], [], True),
        (Finding("warning", "a", "plain", 2), [Finding("warning", "a", "plain", 2)], [], True),
    ],
)
def test_a_change_is_better_where_each_fact_after_it_was_known_before(target, before, after, better):
    assert is_better(target, before, after) is better


def test_the_numbers_of_a_sentence_make_no_other_fact():
    def lost(count):
        said = say_count("{count} step of “x”", "{count} steps of “x”", count)
        return Finding("warning", "steps-lost", said, count, where="x")

    other = Finding("warning", "nan", "NaN", 1, where="x")
    assert is_better(other, [lost(2), other], [lost(1)])
    assert not is_better(other, [lost(2), other], [lost(3)])


def test_a_judge_is_asked_to_stop_too():
    dataset = Dataset({"x": Ragged.from_lists([[1, 2], [3]])})
    recipe = fit(Recipe({"x": TensorRecipe()}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    asked = []

    def judge(_, should_stop):
        asked.append(should_stop)
        if should_stop is not None and should_stop():
            raise Stopped
        return ()

    target = Finding("warning", "mask-differs", "m", 1, where="x")
    assert Trial(plan, "x", dataset, judge).ends(target, {"value": 9})
    stops = iter([False, False, True])  # once for each pass over the values, then the judge's own
    trial = Trial(plan, "x", dataset, judge, lambda: next(stops, True))
    with pytest.raises(Stopped):
        trial.ends(target, {"value": 9})
    assert asked[:2] == [None, None]
    assert asked[2] is trial.should_stop
