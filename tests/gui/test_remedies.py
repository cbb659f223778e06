"""Every remedy of every finding, of every sample and every case, is clicked: none makes anything worse."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.core.choices.reading import WAYS
from padviewer.core.finding import LEVELS
from padviewer.core.model.fitness.fit import fit_model
from padviewer.core.model.judge import facts
from padviewer.core.model.network import read_keras_config
from padviewer.core.model.spec import EmbeddingLimit, InputSpec, ModelSpec
from padviewer.gui.panels.findings.cards import FindingsList
from padviewer.gui.panels.findings.panel import FindingsPanel
from padviewer.gui.tasks.model_link import ModelState

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests" / "cases"
DATASETS = (".parquet", ".npz", ".npy", ".csv", ".tsv", ".json", ".jsonl", ".txt")
INPUTS = sorted(
    path
    for folder in (ROOT / "assets" / "samples", ROOT / "tests" / "cases")
    for path in folder.iterdir()
    if path.suffix in DATASETS and not path.name.endswith(".expect.json")
)
READING = ("shape", "keys", *(f"read-as-{way}" for way in WAYS))  # links that read the file another way
CHOICES = (
    {},
    {"maxlen": 1},
    {"padding": "pre"},
    {"dtype": "int8"},
    {"dtype": "float16", "lossy": "allow"},
    {"value": 1},
    {"maxlen": 3, "padding": "both", "value": 2},
)


@pytest.fixture
def panel(qtbot, controller):
    made = FindingsPanel(controller)
    qtbot.addWidget(made)
    made.resize(420, 1600)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle(qtbot, controller, panel):
    def ready():
        source = controller.session.source
        at_rest = source is not None and source.complete and not controller.work
        return at_rest and not controller.counting.is_busy and not panel.trying

    qtbot.waitUntil(ready, timeout=60_000)


def opened(qtbot, controller, panel, path):
    """Open a file; whether it was opened with a tensor."""
    refused = []
    controller.loader.refused.connect(refused.append)
    controller.open(str(path))
    qtbot.waitUntil(lambda: bool(refused) or controller.plan is not None or done(controller), timeout=60_000)
    if refused or controller.plan is None:
        return False
    settle(qtbot, controller, panel)
    return True


def done(controller):
    source = controller.session.source
    return (
        source is not None and source.complete and not controller.work and controller.session.recipe is None
    )


def all_findings(controller):
    return [*controller.counting.findings, *controller.model.state.findings]


def is_worse(target, before, after):
    """Return the findings that are as serious as the target and were not there, or not as large."""
    level = LEVELS.index(target.level)
    held = [one for one in before if one != target]
    worse = []
    for one in sorted(after, key=lambda found: -found.count):
        if LEVELS.index(one.level) > level:
            continue
        kind = (one.code, one.where, one.message.template)
        known = [
            old
            for old in held
            if (old.code, old.where, old.message.template) == kind and old.count >= one.count
        ]
        if known:
            held.remove(known[0])
        else:
            worse.append(one)
    return worse


def click_every_remedy(qtbot, controller, panel, *, reading=True):
    """Click each remedy that is offered, look at what came of it, and take it back; return how many.

    Without `reading` those that read the file another way are left out: no undo takes them back.
    """
    shown = panel.findChild(FindingsList)
    said = []
    controller.noticed.connect(lambda level, words: level == "info" or said.append((level, words)))
    clicked = 0
    for index, finding in enumerate(panel.shown()):
        for link, (key, words) in enumerate(finding.links):
            if key is None or (key in READING and not reading):
                continue
            before = all_findings(controller)
            steps, options = controller.history.at, controller.session.source.options
            target = panel._known[panel.shown()[index]][0]
            QTest.mouseClick(shown.links(index)[link], Qt.MouseButton.LeftButton)
            is_reading = key in READING
            qtbot.waitUntil(
                lambda at=steps + 1, was=options, read=is_reading: (
                    bool(said)
                    or (controller.session.source.options != was if read else controller.history.at == at)
                ),
                timeout=60_000,
            )
            settle(qtbot, controller, panel)
            assert not said, (finding.title, words, said)
            assert is_reading or controller.history.undo_name == words
            worse = is_worse(target, before, all_findings(controller))
            assert not worse, (finding.title, words, worse)
            clicked += 1
            if is_reading:
                controller.open(controller.session.source.path, options)
                qtbot.waitUntil(lambda was=options: controller.session.source.options == was)
                settle(qtbot, controller, panel)
                continue
            controller.undo()
            settle(qtbot, controller, panel)
    return clicked


def embedding_for(controller):
    """Return a model whose Embedding has a row for every id of the shown tensor, and no more."""
    stats = controller.shown.column.stats
    return ModelSpec(
        "m", (InputSpec(controller.session.tensor, (None, None), "int32"),),
        embeddings=(EmbeddingLimit(controller.session.tensor, "embedding", int(stats.maximum) + 1, True),),
    )  # fmt: skip


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_no_remedy_makes_anything_worse(qtbot, controller, panel, path, soak, record_property):
    if not opened(qtbot, controller, panel, path):
        return
    clicked = 0
    one = 1 + INPUTS.index(path) % (len(CHOICES) - 1)
    for choices in CHOICES if soak > 1 else (CHOICES[0], CHOICES[one]):
        if choices:
            steps = controller.history.at
            if not controller.set_choice("Other choices", **choices) or controller.history.at == steps:
                continue
            settle(qtbot, controller, panel)
        clicked += click_every_remedy(qtbot, controller, panel, reading=not choices)
        if choices:
            controller.undo()
            settle(qtbot, controller, panel)
    record_property("clicked", clicked)


def masked_by(controller, qtbot, panel, path):
    """Open a model by its config alone, and wait for what is found of its masks."""
    controller.model.state = ModelState(spec=read_keras_config(path))
    controller.model.changed.emit()
    settle(qtbot, controller, panel)


def offered(panel):
    return [words for one in panel.shown() for key, words in one.links if key is not None]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"value": 1000}, ["Fill value 0"]),
        ({"mode": "edge"}, ["Mode constant"]),
        ({"value": 7, "mode": "edge"}, ["Mode constant, fill value 0"]),
    ],
)
def test_the_fill_is_made_the_one_that_the_model_masks(qtbot, controller, panel, choices, words):
    assert opened(qtbot, controller, panel, CASES / "39-masking-guide.jsonl")
    controller.set_choice("Other choices", **choices)
    settle(qtbot, controller, panel)
    masked_by(controller, qtbot, panel, CASES / "39-embed-maskzero.keras")
    assert controller.model.state.padding.state == "not-masked"
    assert offered(panel) == words
    assert click_every_remedy(qtbot, controller, panel) == 1


def test_ids_that_the_model_masks_are_shifted(qtbot, controller, panel, tmp_path):
    path = tmp_path / "ids.jsonl"
    path.write_text("[5, 0, 8]\n[7]\n[3, 1]\n")
    assert opened(qtbot, controller, panel, path)
    masked_by(controller, qtbot, panel, CASES / "39-embed-maskzero.keras")
    assert offered(panel) == ["Shift ids by 1"]
    assert click_every_remedy(qtbot, controller, panel) == 1
    for choices, words in (
        ({"value": 9}, "Shift ids by 1, fill value 0"),
        ({"mode": "edge"}, "Mode constant, shift ids by 1, fill value 0"),
        ({"value": 0}, "Mode constant, shift ids by 1"),
    ):
        controller.set_choice("Other choices", **choices)
        settle(qtbot, controller, panel)
        assert words in offered(panel)
        assert click_every_remedy(qtbot, controller, panel) == len(offered(panel))


@pytest.mark.parametrize(
    ("rows", "value", "words"),
    [
        ("[3, 5, 2]\n[7]\n", -1, "Fill value 0"),
        ("[3, 5, 0]\n[7]\n", -1, "Shift ids by 1, fill value 0"),
        ("[3, 5, -4]\n[7]\n", 0, "Shift ids by 5"),
    ],
)
def test_ids_are_made_positive(qtbot, controller, panel, tmp_path, rows, value, words):
    path = tmp_path / "ids.jsonl"
    path.write_text(rows)
    assert opened(qtbot, controller, panel, path)
    controller.set_choice("Other choices", value=value)
    settle(qtbot, controller, panel)
    masked_by(controller, qtbot, panel, CASES / "39-embed-maskzero.keras")
    of_fit = fit_model(controller.model.state.spec, [facts(controller.plan, "x", (1,))])
    controller.model.state = replace(controller.model.state, findings=of_fit)
    controller.model.changed.emit()
    settle(qtbot, controller, panel)
    assert offered(panel) == [words]


def test_where_no_layer_masks_no_choice_of_the_data_is_offered(qtbot, controller, panel):
    assert opened(qtbot, controller, panel, CASES / "41-masking-guide.jsonl")
    masked_by(controller, qtbot, panel, CASES / "41-nomask.keras")
    (shown,) = (one for one in panel.shown() if one.title.startswith("The padding"))
    assert "Build the model with a layer that masks the fill" in shown.detail
    assert offered(panel) == []


def test_with_an_embedding_open_ids_are_not_moved_beyond_it(qtbot, controller, panel, tmp_path):
    path = tmp_path / "ids.json"
    path.write_text("[[0, 4, 2], [1], [3, 0]]")
    assert opened(qtbot, controller, panel, path)
    words = [words for one in panel.shown() for key, words in one.links if key is not None]
    assert words == ["Shift ids by 1"]
    tight = embedding_for(controller)
    controller.model.state = ModelState(spec=tight)
    controller.model.changed.emit()
    settle(qtbot, controller, panel)
    assert [key for one in panel.shown() for key, _ in one.links if key is not None] == []
    (limit,) = tight.embeddings
    roomy = ModelSpec("m", tight.inputs, embeddings=(EmbeddingLimit(limit.input_name, "embedding", 6, True),))
    controller.model.state = ModelState(spec=roomy)
    controller.model.changed.emit()
    settle(qtbot, controller, panel)
    assert click_every_remedy(qtbot, controller, panel) == 1


def test_a_table_of_lines_is_offered_as_rows_and_back(qtbot, controller, panel, tmp_path):
    path = tmp_path / "visits.csv"
    path.write_text("user,day,page,label\n" + "".join(f"u{at // 3},{at % 3},{at},1\n" for at in range(30)))
    assert opened(qtbot, controller, panel, path)
    assert "Read as a long table" in offered(panel)
    controller.read_as(long="user,day")
    qtbot.waitUntil(lambda: controller.session.source.options == {"long": "user,day"}, timeout=60_000)
    settle(qtbot, controller, panel)
    assert controller.session.tensor == "page"
    assert controller.dataset["page"].to_lists() == [[at, at + 1, at + 2] for at in range(0, 30, 3)]
    assert controller.session.recipe.reading.long == "user,day"
    controller.read_as(long=None)
    qtbot.waitUntil(lambda: controller.session.source.options == {}, timeout=60_000)
    settle(qtbot, controller, panel)
    assert len(controller.dataset) == 30
