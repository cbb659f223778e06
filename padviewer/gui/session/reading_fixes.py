"""What can be done about a finding by reading the file another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from padviewer.core.choices.reading import COMMA, NUMBERS, POINT, TEXT
from padviewer.core.data.dataset import Dataset
from padviewer.core.finding import Finding
from padviewer.gui.session.column_ways import way_of, ways_of
from padviewer.gui.session.state import Source
from padviewer.gui.style.words import tr

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
