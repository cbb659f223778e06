"""The fields of a JSON document that hold rows: one of several tables, or data beside a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from padviewer.core.data.split_names import tables_of
from padviewer.core.finding import Finding
from padviewer.core.readers.tables import refuse_table, several_tables
from padviewer.core.sentence import Sentence, say_count

LEVELS = 3
ROW_FIELDS = ("data", "rows", "records", "examples", "samples", "instances", "items", "results", "values")
NAMED = 8


@dataclass(frozen=True)
class Field:
    """What holds one table, and the document's own fields that it takes."""

    value: Any
    takes: frozenset[str]


def choose_table(document: Any, asked: str | None) -> tuple[Any, dict[str, str], list[Finding]]:
    """Return what holds the rows, what was guessed, and what there is to say of the rest.

    Raises
    ------
    ChoiceError
        There is no table `asked`.
    """
    tables = tables_in(document) if type(document) is dict else {}
    if asked is not None:
        found = tables.get(asked) or (_at(document, asked) if type(document) is dict else None)
        if found is None:
            raise refuse_table(asked, [name for name in tables if name])
        return found.value, {"table": asked}, _left_out(document, tables, asked, found)
    if not tables:
        return document, {}, []
    shown = "train" if "train" in tables else max(tables, key=lambda name: len(tables[name].value))
    guessed = {"table": shown} if shown else {}
    others = [name for name in tables if name != shown]
    if others:
        guessed["other tables"] = ", ".join(others)
    return tables[shown].value, guessed, _left_out(document, tables, shown, tables[shown])


def tables_in(document: Mapping[str, Any], levels: int = LEVELS) -> dict[str, Field]:
    """Return every field that holds a table, by its path; empty where the document itself is one.

    A table is what the words for parts of the data name, else a list of objects, else the one list with a
    name such as ``data``, else a list inside the one object. The name "" stands for lists of one length
    beside other fields: they are its columns.
    """
    full = {name: one for name, one in document.items() if isinstance(one, (list, dict)) and one}
    parts = tables_of(full)
    if parts and not _are_scores(full):
        return {name: _part(document, members) for name, members in parts.items()}
    lists = {name: one for name, one in full.items() if type(one) is list}
    objects = [name for name, one in lists.items() if all(type(row) is dict for row in one)]
    even = len({len(one) for one in lists.values()}) == 1
    if objects and not (len(lists) == len(document) and even and len(objects) < len(lists)):
        return {name: Field(document[name], frozenset([name])) for name in objects}
    if lists and len(lists) < len(document):
        if even and len(lists) > 1:
            return {"": Field(lists, frozenset(lists))}
        named = [name for name in lists if name.lower() in ROW_FIELDS]
        if len(named) == 1:
            return {named[0]: Field(document[named[0]], frozenset(named))}
    inner = [name for name, one in full.items() if type(one) is dict]
    if levels > 1 and len(inner) == 1 and not lists:
        found = tables_in(document[inner[0]], levels - 1)
        return {
            f"{inner[0]}.{path}": Field(one.value, frozenset(inner)) for path, one in found.items() if path
        }
    return {}


def _are_scores(full: Mapping[str, Any]) -> bool:
    """Whether the fields are equally long lists of single values, such as train_score and test_score."""
    lengths = {len(one) for one in full.values()}
    return (
        len(lengths) == 1
        and all(
            type(one) is list and not any(isinstance(value, (list, dict)) for value in one)
            for one in full.values()
        )
        and not any(name in tables_of(full) for name in full)
    )


def _part(document: Mapping[str, Any], members: tuple[str, ...]) -> Field:
    """Return a table of the document: one field, or its columns where several fields make it."""
    alone = document[members[0]]
    return Field(
        alone if len(members) == 1 else {name: document[name] for name in members}, frozenset(members)
    )


def _left_out(
    document: Mapping[str, Any], tables: Mapping[str, Field], shown: str, found: Field
) -> list[Finding]:
    others = {name: _holds(field.value) for name, field in tables.items() if name != shown}
    if others:
        return [several_tables(shown, others)]
    rest = [name for name in document if name not in found.takes]
    if not rest:
        return []
    names = ", ".join(f"“{name}”" for name in rest[:NAMED])
    message = (
        say_count(
            "The field “{field}” holds the rows; {count} other field is left out: {names}.",
            "The field “{field}” holds the rows; {count} other fields are left out: {names}.",
            len(rest), field=shown, names=names,
        )
        if shown
        else say_count(
            "The lists of one length are the columns; {count} other field is left out: {names}.",
            "The lists of one length are the columns; {count} other fields are left out: {names}.",
            len(rest), names=names,
        )
    )  # fmt: skip
    return [Finding("info", "rows-in-field", message, len(rest))]


def _holds(value: Any) -> Sentence:
    rows = len(value) if type(value) is list else max((len(one) for one in value.values()), default=0)
    return say_count("{count} row", "{count} rows", rows)


def _at(document: Mapping[str, Any], path: str) -> Field | None:
    """Return the field at a path such as ``response.data``; None where there is none, or no rows in it."""
    found: Any = document.get(path)
    top = path
    if found is None:
        top = path.partition(".")[0]
        found = document
        for name in path.split("."):
            found = found.get(name) if type(found) is dict else None
    return Field(found, frozenset([top])) if isinstance(found, (list, dict)) else None
