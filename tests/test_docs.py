"""The pages in docs/: their examples run, their links lead somewhere, and nothing in them has drifted."""

import ast
import importlib.util
import re
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FINDINGS = {path.stem: path for path in (DOCS / "findings").glob("*.md") if path.stem != "README"}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
TITLE = re.compile(r"^# (.+)\n\n\*\*(.+)\.\*\* Level: (.+)\.$", re.MULTILINE)
ROW = re.compile(r"^\| \[([a-z0-9-]+)\]\(\1\.md\) \| (.+) \|$", re.MULTILINE)
OUTSIDE = re.compile(r"/(?:tmp|root|home|work)/|issue #|pypi", re.IGNORECASE)


def _examples():
    spec = importlib.util.spec_from_file_location("docs_examples", ROOT / "tests" / "docs_examples.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look for their module there
    spec.loader.exec_module(module)
    return module


docs_examples = _examples()


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def needs_keras(page):
    """Whether an example of the page imports Keras or asks for a model's summary."""
    run = [one for one in docs_examples.blocks(page) if one.language in ("python", "pycon", "console")]
    return any("import keras" in one.text or "padviewer summary" in one.text for one in run)


def example_pages():
    for path in PAGES:
        page = path.read_text("utf-8")
        if any(one.language in ("python", "pycon", "console") for one in docs_examples.blocks(page)):
            marks = [pytest.mark.tensorflow] if needs_keras(page) else []
            yield pytest.param(path, id=name_of(path), marks=marks)


# -- examples -------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", list(example_pages()))
def test_the_examples_say_what_the_page_says(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for sample in (ROOT / "assets" / "samples").iterdir():
        shutil.copy(sample, tmp_path)
    page = path.read_text("utf-8")
    done = docs_examples.run_page(page, tmp_path)
    assert done
    for command, expected, got in done:
        assert docs_examples.agrees(expected, got), f"{command}\n{got}"


def test_an_example_that_says_something_else_is_seen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = (
        "File `x.json`:\n\n```json\n[[1, 2], [3]]\n```\n\n```console\n$ padviewer info x.json\n3 rows\n```\n"
    )
    ((_, expected, got),) = docs_examples.run_page(page, tmp_path)
    assert "2 rows" in got
    assert not docs_examples.agrees(expected, got)
    ((_, nothing, failed),) = docs_examples.run_page("```pycon\n>>> 1 + 1\n3\n```\n", tmp_path)
    assert not docs_examples.agrees(nothing, failed)


def test_an_example_that_needs_keras_is_known():
    assert needs_keras("```python\nimport keras\n```\n")
    assert needs_keras("```console\n$ padviewer summary m.keras\n```\n")
    assert not needs_keras("```toml\nimport keras\n```\n")


# -- findings -------------------------------------------------------------------------------------
def makers_of(tree):
    """Return the functions of a module that make findings of a code they are given, and where it stands."""
    makers = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [one.arg for one in node.args.args if one.arg != "self"]
            if "code" in names and any(_name(one) == "Finding" for one in ast.walk(node)):
                makers[node.name] = (names.index("code"), "code")
    return makers


def codes_of(source, shared=()):
    """Return the codes of the findings that a module makes, and the lines where it cannot be told.

    `shared` are the makers that modules import from one another.
    """
    tree = ast.parse(source)
    imports = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    imported = {alias.name for one in imports for alias in one.names}
    taken = {name: place for name, place in dict(shared).items() if name in imported}
    makers = {"Finding": (1, "code"), **taken, **makers_of(tree)}
    codes, unknown = set(), []
    for node in ast.walk(tree):
        if _name(node) not in makers:
            continue
        place, key = makers[_name(node)]
        given = next((one.value for one in node.keywords if one.arg == key), None)
        code = given if given is not None else node.args[place] if len(node.args) > place else None
        if isinstance(code, ast.Constant):
            codes.add(code.value)
        elif not (isinstance(code, ast.Name) and code.id == "code" and _name(node) == "Finding"):
            unknown.append(node.lineno)
    return codes, unknown


def _name(node):
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_every_finding_has_a_page_and_every_page_a_finding():
    paths = [path for path in sorted((ROOT / "padviewer").rglob("*.py")) if path.name != "finding.py"]
    sources = {path: path.read_text("utf-8") for path in paths}
    makers = [makers_of(ast.parse(source)) for source in sources.values() if "Finding(" in source]
    shared = {name: place for each in makers for name, place in each.items()}
    codes, unknown = set(), []
    for path, source in sources.items():
        if any(f"{name}(" in source for name in ("Finding", *shared)):
            found, lines = codes_of(source, shared)
            codes |= found
            unknown += [f"{name_of(path)}:{line}" for line in lines]
    assert unknown == []
    assert sorted(codes - set(FINDINGS)) == []
    assert sorted(set(FINDINGS) - codes) == []


def test_codes_are_found_however_they_are_given():
    source = (
        "def _error(code, text):\n    return Finding('error', code, text)\n"
        "class A:\n    def _say(self, code):\n        self.all.append(Finding('info', code, ''))\n"
        "def all(self, other):\n    _error('one', '')\n    self._say('two')\n"
        "    Finding('info', code='three')\n    Finding('info', other, '')\n"
    )
    assert codes_of(source) == ({"one", "two", "three"}, [10])
    imported = "from a import unfit\nunfit(1, 'four')\nunfit(1, other)\n"
    assert codes_of(imported, {"unfit": (1, "code")}) == ({"four"}, [3])


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_finding_s_page_is_whole_and_in_the_index(code):
    page = FINDINGS[code].read_text("utf-8")
    name, title, _level = TITLE.search(page).groups()
    assert name == code
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert headings == ["What it means", "Why it matters", "Example", "What to do"]
    assert any(one.language in ("console", "pycon") for one in docs_examples.blocks(page))
    index = dict(ROW.findall((DOCS / "findings" / "README.md").read_text("utf-8")))
    assert index[code] == title


def test_the_index_has_each_finding_at_its_most_serious_level():
    index = (DOCS / "findings" / "README.md").read_text("utf-8")
    for heading, level in (("Errors", "error"), ("Warnings", "warning"), ("Notes", "info")):
        part = index.partition(f"## {heading}\n")[2].partition("\n## ")[0]
        for code, _ in ROW.findall(part):
            said = TITLE.search(FINDINGS[code].read_text("utf-8")).group(3)
            assert next(one for one in ("error", "warning", "info") if one in said) == level, code


def test_the_index_of_findings_names_each_once():
    named = [code for code, _ in ROW.findall((DOCS / "findings" / "README.md").read_text("utf-8"))]
    assert sorted(named) == sorted(FINDINGS)


# -- links and pictures ---------------------------------------------------------------------------
def links(path):
    """Return the targets of a page's links and pictures; what stands in code is none."""
    page = docs_examples.FENCE.sub("", path.read_text("utf-8"))
    return LINK.findall(re.sub(r"`[^`\n]*`", "", page))


def anchors(path):
    headings = re.findall(r"^#+ (.+)$", docs_examples.FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("path", [ROOT / "README.md", *PAGES], ids=name_of)
def test_every_link_leads_somewhere(path):
    for target in links(path):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.is_file(), target
        assert ROOT in there.parents
        assert not anchor or anchor in anchors(there), target


def test_every_page_can_be_reached_from_the_index():
    reached, left = set(), [DOCS / "README.md"]
    while left:
        path = left.pop()
        reached.add(path)
        near = [(path.parent / one.partition("#")[0]).resolve() for one in links(path) if one[0] != "#"]
        left += [one for one in near if one.suffix == ".md" and DOCS in one.parents and one not in reached]
    assert reached == set(PAGES)


def test_every_picture_is_used():
    pictures = set((ROOT / "assets" / "screenshots").iterdir())
    used = {(path.parent / one).resolve() for path in [ROOT / "README.md", *PAGES] for one in links(path)}
    assert pictures - used == set()


@pytest.mark.parametrize("path", [ROOT / "README.md", *PAGES], ids=name_of)
def test_pages_are_about_the_project_alone(path):
    page = path.read_text("utf-8")
    assert OUTSIDE.search(page) is None
    assert not any(line != line.rstrip() for line in page.splitlines())


def test_every_page_that_the_help_names_is_there():
    from padviewer.gui.dialogs.help.texts import TOPICS

    named = {topic.page for topic in TOPICS.values() if topic.page}
    assert named
    assert sorted(page for page in named if not (ROOT / page).is_file()) == []


# -- tables that are made from the program ----------------------------------------------------------
def table_rows(path, columns, until="\0"):
    """Return the rows of a page's tables that have so many columns, as tuples of their cells."""
    page = path.read_text("utf-8").partition(until)[0]
    lines = [line.strip()[1:-1] for line in page.splitlines() if line.startswith("|")]
    rows = [
        tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)) for line in lines
    ]
    return [row for row in rows if len(row) == columns and not set(row[0]) <= set("-: ")]


def test_the_keys_are_those_of_the_actions():
    from padviewer.gui.actions import ACTIONS

    rows = {row[:2]: row[2] for row in table_rows(DOCS / "keys.md", 3, "## Inside a view")}
    wanted = {
        (" or ".join(f"`{key}`" for key in one.shortcuts), one.text): one.tooltip
        for one in ACTIONS
        if one.shortcuts
    }
    assert {key: rows.get(key) for key in wanted} == wanted
    assert {key[1] for key in rows} == {one.text for one in ACTIONS if one.shortcuts} | {"command"}


def flags_of(parser):
    """Return each flag of a parser as it is written, with its help."""
    for action in parser._actions:
        if action.option_strings and action.help != "==SUPPRESS==":
            value = action.metavar or ("|".join(action.choices) if action.choices else "")
            written = ", ".join(action.option_strings)
            yield (
                f"`{written} {value}`".replace(" `", "`"),
                (action.help or "") % {"choices": ", ".join(action.choices or ())},
            )


@pytest.mark.parametrize("command", ["", "info", "stats", "pad", "check", "summary"])
def test_the_command_line_s_page_names_every_flag(command):
    from padviewer.commands.parser import COMMANDS, _command_parser, _window_parser

    parser = _command_parser(command) if command else _window_parser()
    rows = dict(table_rows(DOCS / "cli.md", 2))
    for flag, says in flags_of(parser):
        assert rows.get(flag) == says
    if command:
        assert rows[f"`{command}`"] == COMMANDS[command]


def test_the_formats_page_names_every_reader():
    from padviewer.core.readers import FORMATS
    from padviewer.core.readers.foreign import MAGIC

    rows = {row[0]: row[1] for row in table_rows(DOCS / "formats.md", 3)}
    for one in FORMATS:
        assert rows[one.name] == " ".join(f"`{suffix}`" for suffix in one.suffixes)
    page = " ".join((DOCS / "formats.md").read_text("utf-8").split())
    for _, what in MAGIC:
        assert what.split(" ", 1)[1] in page


def test_the_export_page_names_every_format():
    from padviewer.core.export import FORMATS

    rows = {row[0] for row in table_rows(DOCS / "export.md", 3)}
    assert {f"`{suffix}`" for suffix in FORMATS} <= rows


def test_the_recipe_page_names_every_choice():
    from dataclasses import fields
    from typing import get_args

    from padviewer.core.choices.tensor_recipe import DTYPES, Mode, Padding, TensorRecipe, Truncating

    page = (DOCS / "recipe.md").read_text("utf-8")
    words = [one.name for one in fields(TensorRecipe)]
    words += [*get_args(Padding), *get_args(Truncating), *get_args(Mode), *DTYPES]
    assert [word for word in words if f"`{word}`" not in page] == []
