"""Collects the texts of the program from its source, keeps the German ones, and compiles them.

``python assets/translations/make_translations.py`` brings ``padviewer_de.ts`` up to date: new texts are
added without a translation, texts that are gone are dropped. ``--check`` changes nothing and fails where
the file is not up to date or a translation is missing.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGE = ROOT / "padviewer"
TS = HERE / "padviewer_de.ts"
QM = HERE / "padviewer_de.qm"
CONTEXT = "padviewer"

# Of each function that takes a text: where its literals stand, and whether there is one for a count of 1.
SINGLE = {
    "tr": ((0, "text"),),
    "mark": ((0, "text"),),
    "say": ((0, "template"),),
    "ActionSpec": ((1, "text"), (2, "tooltip")),
    "Template": ((1, "title"),),
    "Parameter": ((1, "title"),),
    "_size": ((1, "title"),),
}
COUNTED = {"tr_count": (0, 1), "say_count": (0, 1)}


@dataclass(frozen=True, order=True)
class Text:
    """A text of the program: the English words, and those for a count of 1 (empty where it has none)."""

    source: str
    one: str = ""


@dataclass(frozen=True)
class Place:
    """Where a text stands: file below the repository, line."""

    file: str
    line: int


def collect(root: Path = ROOT) -> dict[Text, list[Place]]:
    """Return the texts of the program with their places, in the order of files and lines."""
    found: dict[Text, list[Place]] = {}
    for path in sorted((root / "padviewer").rglob("*.py")):
        file = path.relative_to(root).as_posix()
        for text, line in texts_of(path.read_text("utf-8")):
            found.setdefault(text, []).append(Place(file, line))
    samples = root / "assets" / "samples" / "index.json"
    for sample in json.loads(samples.read_text("utf-8")):
        for key in ("title", "subtitle"):
            found.setdefault(Text(sample[key]), []).append(Place("assets/samples/index.json", 1))
    return found


def texts_of(source: str) -> Iterator[tuple[Text, int]]:
    """Yield the texts of one file with their lines.

    Raises
    ------
    ValueError
        A counted text that is no literal: nobody could translate it.
    """
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in COUNTED:
            one, several = (_literal(call.args[at]) if at < len(call.args) else None for at in COUNTED[name])
            if one is None or several is None:
                raise ValueError(f"Line {call.lineno}: both texts of {name}() must be literals.")
            yield Text(several, one), call.lineno
        for at, keyword in SINGLE.get(name, ()):
            given = {one.arg: one.value for one in call.keywords}
            node = call.args[at] if at < len(call.args) else given.get(keyword)
            for literal in _literals(node):
                if literal:
                    yield Text(literal), call.lineno


def _literals(node: ast.expr | None) -> Iterator[str]:
    """Yield the literals that an argument can be: itself, or both sides of a choice."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif (literal := _literal(node)) is not None:
        yield literal


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def read(path: Path = TS) -> dict[Text, tuple[str, ...]]:
    """Return the translations of a .ts file: one form, or one for a count of 1 and one for the others.

    A translation that is not finished counts as none: an empty tuple.
    """
    if not path.exists():
        return {}
    kept: dict[Text, tuple[str, ...]] = {}
    for message in ET.parse(path).iter("message"):  # noqa: S314 - our own file
        said = message.find("translation")
        text = Text(message.findtext("source") or "", message.findtext("comment") or "")
        if said is None or said.get("type") == "unfinished":
            forms: tuple[str, ...] = ()
        elif message.get("numerus") == "yes":
            forms = tuple(form.text or "" for form in said.iter("numerusform"))
        else:
            forms = (said.text or "",)
        kept[text] = forms if all(forms) else ()
    return kept


def written(texts: Mapping[Text, list[Place]], translations: Mapping[Text, tuple[str, ...]]) -> str:
    """Return the .ts file with these texts."""
    ts = ET.Element("TS", version="2.1", language="de_DE", sourcelanguage="en")
    context = ET.SubElement(ts, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(texts):
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.one else {})
        for file in sorted({place.file for place in texts[text]}):
            ET.SubElement(message, "location", filename=f"../../{file}")
        ET.SubElement(message, "source").text = text.source
        if text.one:
            ET.SubElement(message, "comment").text = text.one
        forms = translations.get(text, ())
        said = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
        if text.one:
            for form in forms or ("", ""):
                ET.SubElement(said, "numerusform").text = form
        elif forms:
            said.text = forms[0]
    ET.indent(ts)
    body = ET.tostring(ts, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def lrelease() -> Path:
    """Return Qt's compiler of translations, which comes with PySide6-Essentials."""
    import PySide6

    folder = Path(PySide6.__file__).resolve().parent
    return next(path for path in (folder / "lrelease", folder / "lrelease.exe") if path.exists())


def compile_to(qm: Path, ts: Path = TS) -> None:
    """Make a .qm file of a .ts file."""
    subprocess.run([str(lrelease()), "-silent", str(ts), "-qm", str(qm)], check=True)


def main() -> int:
    """Update both files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail where something is missing"
    )
    args = parser.parse_args()
    texts, kept = collect(), read()
    missing = [text for text in sorted(texts) if not kept.get(text)]
    for text in missing:
        places = ", ".join(f"{place.file}:{place.line}" for place in texts[text])
        print(f"not translated: {text.source!r} ({places})")
    for text in sorted(set(kept) - set(texts)):
        print(f"no longer in the source: {text.source!r}")
    if args.check:
        return int(bool(missing) or set(kept) != set(texts))
    TS.write_text(written(texts, kept), "utf-8")
    compile_to(QM)
    print(f"{TS.name}: {len(texts)} texts, {len(texts) - len(missing)} of them in German.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
