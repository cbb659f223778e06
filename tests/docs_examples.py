"""The examples of a page in docs/: what they run, and what the page says comes of it."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE_NAME = re.compile(r"File `([^`]+)`:\n\n$")
ANYTHING = "[…]"
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its text, where the text stands in the page, the file it names."""

    language: str
    text: str
    start: int
    file: str


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page, in order."""
    found = []
    for match in FENCE.finditer(page):
        named = FILE_NAME.search(page, 0, match.start())
        file = named.group(1) if named and named.end() == match.start() else ""
        found.append(Block(match.group(1), match.group(2), match.start(2), file))
    return found


def commands(block: Block) -> list[tuple[str, str]]:
    """Return the commands of a console block, each with the output that stands below it."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


def run_command(command: str) -> str:
    """Run one ``padviewer`` command in this process and return what it prints, results before messages."""
    from padviewer.cli import main

    words = shlex.split(command)
    if words[0] != "padviewer":
        raise ValueError(f"The example does not call padviewer: {command}")
    out, messages = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(messages):
        main(words[1:])
    return out.getvalue() + messages.getvalue()


def run_page(page: str, folder: Path) -> list[tuple[str, str, str]]:
    """Run a page's examples in a folder that is the working folder: (command, expected, got) for each."""
    if "keras" in sys.modules:
        sys.modules["keras"].utils.clear_session()  # layers are numbered from the start, as in a new process
    done: list[tuple[str, str, str]] = []
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            with warnings.catch_warnings(action="ignore"):  # Keras warns about itself
                exec(compile(block.text, "example", "exec"), {"__name__": "example"})  # noqa: S102 - our page
        elif block.language == "pycon":
            done.append((block.text, "", run_doctest(block.text, names)))
        elif block.language == "console":
            done += [(command, said, run_command(command)) for command, said in commands(block)]
    return done


def run_doctest(text: str, names: dict[str, object]) -> str:
    """Run an interactive session, with the names of the sessions before it; return what failed."""
    test = doctest.DocTestParser().get_doctest(text, names, "example", None, 0)
    report = io.StringIO()
    with warnings.catch_warnings(action="ignore"):
        doctest.DocTestRunner(optionflags=FLAGS).run(test, out=report.write, clear_globs=False)
    names.update(test.globs)
    return report.getvalue()


def agrees(expected: str, got: str) -> bool:
    """Whether the output is the one expected, where ``[…]`` stands for anything."""
    pattern = ".*?".join(re.escape(part) for part in _trimmed(expected).split(ANYTHING))
    return re.fullmatch(pattern, _trimmed(got), re.DOTALL) is not None


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n"))
