"""JSON documents that are no plain array of rows: columns, rows by key, pandas' orients, rows in a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from padviewer.core import amounts
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.base import ReadOptions
from padviewer.core.readers.json.cells import profile, shape_refused
from padviewer.core.readers.json.fields import choose_table
from padviewer.core.sentence import Sentence, say, say_count

KEY = "key"
INDEX = "index"
COLUMN_NAMES = frozenset(
    (
        *("text", "tokens", "token", "items", "ids", "id", "sequence", "sequences", "seq", "words", "values"),
        *("x", "y", "label", "labels", "series", "target", "class", "score", "rating", "weight", "weights"),
        *("user", "name", "time", "timestamp", "date", "tags", "features", "input", "output", "input_ids"),
        *("attention_mask", "lengths", "question", "answer", "title", "sentence", "price", "value"),
    )
)


@dataclass
class Shaped:
    """The rows of a document, by row or by column, and what there is to say of how they were found.

    Parameters
    ----------
    rows : sequence or None
        Objects, lists or single values; None where `columns` has them.
    columns : mapping of str to sequence or None
    guessed : dict of str to str
    findings : list of Finding
    key : str
        The column that names the rows; empty for none.
    """

    rows: Sequence[Any] | None = None
    columns: Mapping[str, Sequence[Any]] | None = None
    guessed: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    key: str = ""

    def __len__(self) -> int:
        if self.rows is not None:
            return len(self.rows)
        return len(next(iter((self.columns or {}).values()), ()))


def shaped(document: Any, options: ReadOptions, path: Path) -> Shaped:
    """Return the rows of a document.

    Raises
    ------
    ContentError
        No rows in it, or none in the shape that was asked for.
    ChoiceError
        No table of the name that was asked for.
    """
    value, guessed, said = choose_table(document, options.table)
    made = _of(value, options.shape, path)
    made.guessed = {**guessed, **made.guessed}
    made.findings = [*said, *made.findings]
    return made


def _of(value: Any, asked: str | None, path: Path) -> Shaped:
    if type(value) is list and value:
        if asked in ("columns", "keys"):
            raise shape_refused(asked, say("it is an array of rows, without keys"), path)
        return Shaped(rows=value, guessed={"form": "one array of rows"})
    if type(value) is not dict or not value:
        raise _no_rows(value, path)
    if asked in ("rows", "table"):
        raise shape_refused(asked, say("it is an object, no array of rows"), path)
    if asked is None and _is_split(value):
        return _split(value, path)
    lists = all(type(one) is list for one in value.values())
    if asked == "keys":
        return _by_key(value)
    if lists:
        return _lists(value, asked, path)
    if all(type(one) is dict and one for one in value.values()):
        return _objects(value, asked, path)
    raise _no_rows(value, path)


# -- lists under keys ------------------------------------------------------------------------------------
def _lists(value: dict[str, list[Any]], asked: str | None, path: Path) -> Shaped:
    lengths = {name: len(column) for name, column in value.items()}
    even = len(set(lengths.values())) == 1
    if not any(lengths.values()):
        raise ContentError("empty-file", say("The columns hold no row."), where=str(path))
    sorts = {sort for sort in map(profile, value.values()) if sort}
    alike = len(sorts) <= 1 and not any(name.lower() in COLUMN_NAMES for name in value)
    if asked is None and alike and not even:
        return _by_key(value, [_said_rows(value, None)])
    if not even:
        counts = ", ".join(f"“{name}” {n:,}" for name, n in list(lengths.items())[:8])
        raise ContentError(
            "uneven-columns",
            say("The columns have different numbers of rows: {counts}.", counts=counts),
            where=str(path),
            remedy=say("Give every column one value or list per row, or read one row a key: --shape keys."),
        )
    rows = next(iter(lengths.values()))
    if asked is None and alike and _names_rows(list(value), rows):
        return _by_key(value, [_said_rows(value, rows)])
    said = [_said_columns(value, rows)] if asked is None and alike else []
    return Shaped(columns=value, guessed={"shape": "columns"}, findings=said)


def _names_rows(names: Sequence[str], rows: int) -> bool:
    """Whether so many keys over lists of `rows` items name rows rather than columns."""
    if len(names) > rows:
        return True
    stems = {name.rstrip("0123456789") for name in names}
    numbered = len(names) > 1 and len(stems) == 1 and all(name[-1:].isdigit() for name in names)
    return numbered and len(names) == rows


def _by_key(value: Mapping[str, Any], said: Sequence[Finding] = ()) -> Shaped:
    """Return one row a key; the keys are a column, unless they only count the rows."""
    key = KEY
    values = list(value.values())
    if all(type(one) is dict for one in values):
        names = dict.fromkeys(name for one in values for name in one)
        while key in names:
            key = f"row_{key}"
        if _counts(list(value)):
            return Shaped(rows=values, guessed={"shape": "keys"}, findings=list(said))
        rows = [{**one, key: name} for name, one in value.items()]
        return Shaped(rows=rows, guessed={"shape": "keys"}, findings=list(said), key=key)
    sort = next(iter(profile(values)), (1, "number"))
    name = "x" if sort[1] != "text" else "items" if sort[0] else "text"
    columns: dict[str, Sequence[Any]] = {key: list(value), name: values}
    return Shaped(columns=columns, guessed={"shape": "keys"}, findings=list(said), key=key)


def _said_rows(value: Mapping[str, Any], rows: int | None) -> Finding:
    message = say_count(
        "An object of {count} list is read as one row a key.",
        "An object of {count} lists is read as one row a key.",
        len(value),
    )
    if rows is None:
        why = say("{read} They are not equally long, so that they cannot be columns.", read=message)
        return Finding("info", "two-readings", why, len(value))
    other = say(
        "{read} The lists are equally long: they could also be {columns} of {rows}.",
        read=message, columns=amounts.columns(len(value)), rows=amounts.rows(rows),
    )  # fmt: skip
    return Finding(
        "warning", "two-readings", other, len(value), remedy=say("Read them as columns: --shape columns.")
    )


def _said_columns(value: Mapping[str, Any], rows: int) -> Finding:
    message = say_count(
        "An object of {count} list of {rows} is read as a column; it could also be one row a key.",
        "An object of {count} lists of {rows} is read as columns; they could also be one row a key.",
        len(value),
        rows=amounts.items(rows),
    )
    remedy = say("Read them as one row a key: --shape keys.")
    return Finding("warning", "two-readings", message, len(value), remedy=remedy)


# -- objects under keys: pandas' orients columns and index -----------------------------------------------
def _objects(value: dict[str, dict[str, Any]], asked: str | None, path: Path) -> Shaped:
    inner = list(next(iter(value.values())))
    same = all(list(one) == inner for one in value.values())
    columns_fit = same and all(len(profile(list(one.values()))) <= 1 for one in value.values())
    rows_fit = all(
        len(profile([one.get(name) for one in value.values()])) <= 1
        for name in dict.fromkeys(name for one in value.values() for name in one)
    )
    columns = asked == "columns" or (columns_fit and not rows_fit) or (columns_fit and _counts(inner))
    if asked is None and _counts(list(value)) and not _counts(inner):
        columns = False
    if columns and not all(set(one) == set(inner) for one in value.values()):
        raise shape_refused("columns", say("the objects under its keys have different fields"), path)
    named = any(name.lower() in COLUMN_NAMES for name in (*value, *inner))
    doubtful = asked is None and columns_fit and rows_fit and len(inner) > 1 and not named
    doubtful = doubtful and not _counts(inner) and not _counts(list(value))
    if not columns:
        return _by_key(value, [_said_objects(value, inner)] if doubtful else [])
    made: dict[str, Sequence[Any]] = {name: [one[at] for at in inner] for name, one in value.items()}
    if _counts(inner):
        return Shaped(columns=made, guessed={"shape": "columns"})
    key = KEY
    while key in made:
        key = f"row_{key}"
    return Shaped(columns={key: inner, **made}, guessed={"shape": "columns"}, key=key)


def _said_objects(value: Mapping[str, Any], inner: Sequence[str]) -> Finding:
    message = say_count(
        "An object of {count} object is read as one row a key; it could also be a column of {rows}.",
        "An object of {count} objects is read as one row a key; they could also be columns of {rows}.",
        len(value),
        rows=amounts.rows(len(inner)),
    )
    remedy = say("Read them as columns: --shape columns.")
    return Finding("info", "two-readings", message, len(value), remedy=remedy)


def _counts(names: Sequence[str]) -> bool:
    """Whether keys only count the rows: 0, 1, 2 and on, in order."""
    return all(name == str(at) for at, name in enumerate(names))


# -- pandas' orient split --------------------------------------------------------------------------------
def _is_split(value: Mapping[str, Any]) -> bool:
    names, data = value.get("columns"), value.get("data")
    if type(names) is not list or type(data) is not list or set(value) - {"columns", "index", "data"}:
        return False
    return all(type(row) is list and len(row) == len(names) for row in data) and bool(data and names)


def _split(value: Mapping[str, Any], path: Path) -> Shaped:
    names = [str(name) for name in value["columns"]]
    if len(set(names)) < len(names):
        raise ContentError(
            "same-names", say("Two columns have the same name."), where=str(path),
            remedy=say("Give every column a name of its own."),
        )  # fmt: skip
    data = value["data"]
    columns: dict[str, Sequence[Any]] = {name: [row[at] for row in data] for at, name in enumerate(names)}
    index = value.get("index")
    guessed = {"shape": "split"}
    if type(index) is not list or len(index) != len(data) or index == list(range(len(data))):
        return Shaped(columns=columns, guessed=guessed)
    key = INDEX
    while key in columns:
        key = f"row_{key}"
    return Shaped(columns={key: index, **columns}, guessed=guessed, key=key)


def _no_rows(value: Any, path: Path) -> ContentError:
    return ContentError(
        "no-rows",
        say("This JSON is {value}, not an array of rows or an object of columns.", value=_form(value)),
        where=str(path),
        remedy=say(
            'Write an array of objects or lists (pandas: orient="records"), or one object or list per line '
            "(.jsonl); one row a key is read with --shape keys."
        ),
    )


def _form(value: Any) -> Sentence:
    if value == [] or value == {}:
        return say("empty")
    if isinstance(value, dict):
        return say("one object whose fields are not all lists")
    return say("a single value")
