"""What is remembered of the files opened last, and what the samples say of themselves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from padviewer.core import open_dataset
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe, propose
from padviewer.gui.session import recent
from padviewer.gui.session.state import Session, Source

NOW = datetime(2024, 11, 3, 12, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def session(path, rows=1319, column="question"):
    source = Source(str(path), Path(path).name, "", rows)
    recipe = Recipe({"tokens": TensorRecipe(column=column)})
    return Session(source, {}, recipe, "tokens")


def test_nothing_at_first(settings):
    assert recent.files(settings) == ()


def test_the_newest_is_first_and_survives_the_settings(settings, tmp_path):
    here = tmp_path / "a, “b”.jsonl"
    here.touch()
    recent.remember(settings, session(here), NOW - timedelta(minutes=12))
    recent.remember(settings, session("/no/such/gone.csv", 1), NOW)
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert [one.problem for one in recent.files(again, now=NOW)] == ["", ""]  # nobody has looked
    gone, kept = recent.files(again, recent.gone_of(again)(), NOW)
    assert (kept.path, kept.name, kept.problem) == (str(here), here.name, "")
    assert (kept.facts, kept.when) == ("1,319 rows · question → tokens", "12 min ago")
    assert (gone.facts, gone.problem) == ("1 row · question → tokens", "not found · last seen in /no/such")


def test_a_file_stands_there_once_and_ten_are_kept(settings):
    for number in range(12):
        recent.remember(settings, session(f"/d/{number}.csv"), NOW)
    recent.remember(settings, session("/d/5.csv", 7), NOW)
    names = [one.name for one in recent.files(settings, now=NOW)]
    assert names == [f"{n}.csv" for n in (5, 11, 10, 9, 8, 7, 6, 4, 3, 2)]
    assert recent.files(settings, now=NOW)[0].facts == "7 rows · question → tokens"


def test_recipes_are_kept_newest_first_and_ten_of_them(settings, tmp_path):
    (tmp_path / "here.toml").write_text("")
    for number in range(12):
        recent.remember_recipe(settings, f"/r/{number}.toml")
    recent.remember_recipe(settings, str(tmp_path / "here.toml"))
    recent.remember_recipe(settings, "/r/7.toml")
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    found = recent.recipes(again, recent.gone_of(again)())
    assert [one.name for one in found] == ["7.toml", "here.toml"] + [
        f"{n}.toml" for n in (11, 10, 9, 8, 6, 5, 4, 3)
    ]
    assert [one.problem for one in found[:2]] == ["not found · last seen in /r", ""]


@pytest.mark.parametrize("damaged", ["{", "3", '[1, {"path": "a"}]'])
def test_damaged_recipes_count_as_nothing(settings, damaged):
    settings.setValue(recent.RECIPES_KEY, damaged)
    assert recent.recipes(settings) == ()


def test_a_session_without_a_recipe_or_a_file(settings):
    recent.remember(settings, Session(), NOW)
    assert recent.files(settings) == ()
    recent.remember(settings, Session(Source("/d/a.csv", "a.csv", "", 3)), NOW)
    assert recent.files(settings, now=NOW)[0].facts == "3 rows"


@pytest.mark.parametrize("damaged", ["{", "3", '[{"path": "a"}]', '[{"path": "a", "facts": "b", "at": "c"}]'])
def test_damaged_settings_count_as_nothing(settings, damaged):
    settings.setValue(recent.KEY, damaged)
    assert recent.files(settings) == ()


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=3, minutes=50), "3 h ago"),
        (timedelta(hours=13), "yesterday"),
        (timedelta(days=6), "28 Oct"),
        (timedelta(days=400), "30 Sep 2023"),
        (-timedelta(days=1), "4 Nov"),  # the clock was set back
    ],
)
def test_when(ago, words):
    assert recent.when(NOW - ago, NOW) == words


def test_the_users_settings_are_an_ini_file():
    path = Path(recent.user_settings().fileName())
    assert (path.parent.name, path.name) == ("PadViewer", "padviewer.ini")


def test_the_samples_say_what_the_window_counts():
    samples = recent.samples()
    assert [one.name for one in samples] == [
        "Padding basics",
        "Reviews",
        "Sensors",
        "Features",
        "Baskets",
        "Shapes",
    ]
    for sample in samples:
        dataset = open_dataset(sample.path)
        recipe = fit(propose(dataset), dataset)
        plan = resolve(recipe, prepare(recipe, dataset))
        lengths = plan.of(plan.tensors[0]).column.axis_lengths()[0]
        low, high = int(lengths.min()), int(lengths.max())
        assert sample.rows == len(dataset) == sum(sample.histogram)
        assert sample.lengths == (f"{low:,}–{high:,} steps" if low < high else f"{low} steps")
        assert len(sample.histogram) <= 24
        width = -(-(high - low + 1) // 24)
        edges = low + width * np.arange(len(sample.histogram) + 1)
        assert edges[-1] > high >= edges[-2]
        inner = np.append(edges[:-1], edges[-1])
        assert np.histogram(lengths, inner - 0.5)[0].tolist() == list(sample.histogram)
