"""Reading the open file another way: which ways there are, what they may mend, and which choices hold on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from padviewer.core.choices.reading import COMMA, NUMBERS, POINT, TEXT, WAYS, Reading
from padviewer.core.data.dataset import Dataset, Role, can_be_sequence
from padviewer.core.data.ragged import signature
from padviewer.core.finding import Finding
from padviewer.core.reading_trial import suited_anew
from padviewer.core.recipe import Recipe
from padviewer.gui.session.state import Colouring, Session, Source, View
from padviewer.gui.session.window_state import WindowState
from padviewer.gui.style.words import mark, tr

GUESSED = ""
WAY_WORDS = {
    GUESSED: mark("As guessed"),
    NUMBERS: mark("Numbers, the rest missing"),
    COMMA: mark("Numbers with a decimal comma"),
    POINT: mark("Numbers with a decimal point"),
    TEXT: mark("Text"),
}
# Which ways a format knows; the columns of the others are of one kind by themselves
FORMAT_WAYS = {
    "CSV": WAYS,
    "TSV": WAYS,
    "Excel": WAYS,
    "JSON": (NUMBERS, TEXT),
    "JSON lines": (NUMBERS, TEXT),
    "Plain text": (NUMBERS, TEXT),
}
WHOLE_LINES = ("lines", "sentences")  # shapes whose columns the reader alone decides


def ways_of(source: Source) -> tuple[str, ...]:
    """Return how a column of the open file can be read; empty where there is no choice."""
    if source.guessed.get("shape") in WHOLE_LINES:
        return ()
    return FORMAT_WAYS.get(source.format, ())


def way_of(source: Source, column: str) -> str:
    """Return how a column is read, where a person said so."""
    return str((source.options.get("columns") or {}).get(column, GUESSED))


@dataclass(frozen=True)
class Before:
    """What was chosen when the file was read as it was.

    Parameters
    ----------
    session : Session
    view : View
    columns : mapping of str to (kind, dtype, ragged axes, inner shape)
    """

    session: Session
    view: View
    columns: Mapping[str, tuple[Any, ...]]

    @classmethod
    def of(cls, session: Session, view: View, dataset: Dataset) -> Before:
        """Return what is chosen now."""
        return cls(session, view, {name: signature(column) for name, column in dataset.data.items()})


def options_with(options: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a reader's options with some changed; None leaves an option, or a column, to the reader."""
    wanted = {**options, **changes}
    if "columns" in changes:
        columns = {**(options.get("columns") or {}), **changes["columns"]}
        wanted["columns"] = {name: way for name, way in columns.items() if way is not None}
    return {name: value for name, value in wanted.items() if value not in (None, {})}


def state_after(before: Before, session: Session, dataset: Dataset) -> WindowState | None:
    """Return what holds on now that the file is read another way; None where that is nothing.

    Tensors of columns that are still there keep their choices; one that became another kind of column is
    encoded anew. What is proposed for a column that was not there before comes first. Nothing holds on where
    lines became rows, or rows lines.

    Parameters
    ----------
    before : Before
    session : Session
        The one that was proposed for the file as it is read now.
    dataset : Dataset
    """
    old, source = before.session, session.source
    if old.recipe is None or source is None or session.recipe is None:
        return None
    if old.source is not None and old.source.options.get("long") != source.options.get("long"):
        return None
    new = {
        name: one
        for name, one in session.recipe.tensors.items()
        if session.recipe.column(name) not in before.columns
    }
    kept = {
        name: choice
        if signature(dataset[old.recipe.column(name)]) == before.columns[old.recipe.column(name)]
        else suited_anew(choice, dataset[old.recipe.column(name)])
        for name, choice in old.recipe.tensors.items()
        if name not in new
        and old.recipe.column(name) in dataset.data
        and can_be_sequence(dataset[old.recipe.column(name)])
    }
    if not kept:
        return None
    tensors = {**new, **kept}
    fitted = {name: one for name, one in old.recipe.fitted.items() if kept.get(name) == old.recipe[name]}
    shown = next(iter(new), old.tensor if old.tensor in kept else next(iter(kept)))
    is_same = shown == old.tensor and kept.get(shown) == old.recipe.tensors.get(shown)
    view = before.view if is_same else View(colouring=Colouring(ramp=before.view.colouring.ramp))
    roles: dict[str, Role] = {
        name: role
        for name, role in old.roles.items()
        if name in dataset.data and signature(dataset[name]) == before.columns.get(name)
    }
    return WindowState(
        source.path,
        recipe=Recipe(tensors, old.recipe.rows, fitted, Reading.of(source.options)),
        roles=roles,
        tensor=shown,
        view=replace(view, row=-1, col=-1, corner=(-1, -1), marked=None),
    )


ODD = ("odd-cells", "mixed-types")


@dataclass(frozen=True)
class ReadingFix:
    """Options with which the file is read again to end a finding.

    Parameters
    ----------
    key : str
        What the code calls it.
    words : str
        The link: ``"Read as numbers, the rest missing"``.
    options : mapping of str to object
        Fields of `ReadOptions`.
    """

    key: str
    words: str
    options: Mapping[str, Any]


def reading_fixes(finding: Finding, source: Source, dataset: Dataset) -> Iterator[ReadingFix]:
    """Yield what may help, best first; nothing about a column of which a person said how it is read."""
    column = finding.where
    if finding.code == "looks-padded" and source.options.get("shape") is None:
        yield ReadingFix("shape", tr("Leave the padding out"), {"shape": "unpad"})
    elif finding.code == "long-table":
        values: Mapping[str, object] = getattr(finding.remedy, "values", {})
        yield ReadingFix("long", tr("Read as a long table"), {"long": str(values.get("said"))})
    elif finding.code == "two-readings" and source.options.get("shape") is None:
        if source.guessed.get("shape") != "columns":
            yield ReadingFix("shape", tr("Read them as columns"), {"shape": "columns"})
        yield ReadingFix("keys", tr("Read one row a key"), {"shape": "keys"})
    elif column in dataset.data and way_of(source, column) == "":
        for way, words in _ways(finding, dataset[column].kind == "text"):
            if way in ways_of(source):
                yield ReadingFix(f"read-as-{way}", words, {"columns": {column: way}})


def _ways(finding: Finding, is_text: bool) -> Iterator[tuple[str, str]]:
    if finding.code in ODD and is_text:
        yield NUMBERS, tr("Read as numbers, the rest missing")
    elif finding.code in ODD:
        yield TEXT, tr("Read as text")
    elif finding.code == "other-notation":
        values: Mapping[str, object] = getattr(finding.remedy, "values", {})
        if str(values.get("other")) == COMMA:
            yield COMMA, tr("Read with a decimal comma")
        else:
            yield POINT, tr("Read with a decimal point")
