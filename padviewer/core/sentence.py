"""Sentence: an English text that remembers how it was made, so that another language can say it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any, Self

Value = str | int


class Sentence(str):
    """A text made from a template and values.

    It is the English text wherever a text is wanted; `template` and `values` serve a translation.

    Parameters
    ----------
    text : str
        The English words.
    template : str
        With named fields, such as ``"{rows} lose {steps}"``.
    values : mapping of str to Sentence, str or int
        What stands in the fields.
    one : str
        The template where the value `count` is 1; empty where that makes no difference.
    """

    __slots__ = ("one", "template", "values")

    template: str
    values: Mapping[str, Value]
    one: str

    def __new__(
        cls, text: str, template: str = "", values: Mapping[str, Value] | None = None, one: str = ""
    ) -> Self:
        """Make the text; without a template it is its own."""
        made = super().__new__(cls, text)
        made.template = template or text.replace("{", "{{").replace("}", "}}")
        made.values = values or {}
        made.one = one
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return Sentence, (str(self), self.template, dict(self.values), self.one)


class _English(Formatter):
    """Writes whole numbers in groups of three unless a format says otherwise."""

    def format_field(self, value: Any, spec: str) -> str:
        if isinstance(value, int) and not isinstance(value, bool) and not spec:
            return f"{value:,}"
        return str(super().format_field(value, spec))


_ENGLISH = _English()


def say(template: str, **values: Value) -> Sentence:
    """Return a sentence.

    Parameters
    ----------
    template : str
        English words with named fields: ``"“{column}” has {rows}."``. It must stand as a literal in the
        call, so that the translations can be collected.
    values : str, int or Sentence
        What stands in the fields. A whole number is written in groups of three; give what must not be
        grouped (a row number, a shape, code) as a str.
    """
    kept = _kept(values)
    return Sentence(_ENGLISH.vformat(template, (), kept), template, kept)


def say_count(one: str, several: str, count: int | str, **values: Value) -> Sentence:
    """Return a sentence that depends on a count, which stands in the field ``{count}``.

    Parameters
    ----------
    one, several : str
        Templates for a count of 1 and for all others, both literals: ``"{count} row", "{count} rows"``.
    count : int or str
        A text stands for a count that is not known yet; see `with_count`.
    values : str, int or Sentence
    """
    all_values = _kept({**values, "count": count})
    words = _ENGLISH.vformat(one if count == 1 else several, (), all_values)
    return Sentence(words, several, all_values, one)


def with_count(said: Sentence, values: Mapping[str, Value]) -> Sentence:
    """Return a sentence of `say_count` with these values, in the form that its count asks for."""
    words = said.one if values["count"] == 1 else said.template
    return Sentence(_ENGLISH.vformat(words, (), values), said.template, values, said.one)


def _kept(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values with numpy's whole numbers as Python's, which JSON and a translation know."""
    return {name: one if isinstance(one, str) else int(one) for name, one in values.items()}


def joined(texts: Iterable[str]) -> str:
    """Return sentences one behind the other, with a space between them; empty where there is none."""
    whole = ""
    for one in texts:
        whole = say("{first} {then}", first=whole, then=one) if whole else one
    return whole


def to_json(text: str) -> Any:
    """Return a text as JSON data that `from_json` turns back: a plain text as itself."""
    if not isinstance(text, Sentence):
        return text
    values = {name: to_json(one) if isinstance(one, str) else one for name, one in text.values.items()}
    return {"text": str(text), "template": text.template, "values": values, "one": text.one}


def from_json(data: Any) -> str:
    """Return the text that `to_json` wrote."""
    if isinstance(data, str):
        return data
    values = {name: one if isinstance(one, int) else from_json(one) for name, one in data["values"].items()}
    return Sentence(data["text"], data["template"], values, data["one"])
