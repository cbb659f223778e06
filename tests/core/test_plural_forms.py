"""A count stands before a plural noun only in the sentences that have another form for 1."""

import ast
import re
from pathlib import Path

import pytest

import padviewer.core
from padviewer.core import sentence
from padviewer.core.finding import COUNT, Finding, counted

CORE = Path(padviewer.core.__file__).parent
BARE = re.compile(r"\{count\} (?:of [^{}]* )?(?:\w+ )?\w+s\b")


def bare_counts(code):
    """Return the templates of say() in which a count stands before a plural noun."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    said = [call.args[0].value for call in calls if getattr(call.func, "id", "") == "say" and call.args]
    return [template for template in said if BARE.search(template)]


def test_a_bare_count_is_found():
    assert bare_counts('say("{count} values of “{name}” are missing.", count=1)')
    assert bare_counts('say("{what}: {count} empty rows.", what="x", count=1)')
    assert not bare_counts('say_count("{count} value", "{count} values", 1)')
    assert not bare_counts('say("Steps: {count}.", count=1)')


def test_no_sentence_has_a_bare_count():
    found = {path.name: bare_counts(path.read_text("utf-8")) for path in CORE.rglob("*.py")}
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 step of “{count}” is"), (1200, "1,200 steps of “{count}” are")]
)
def test_a_count_that_comes_late_chooses_the_form(count, words):
    said = sentence.say_count("{count} step of “{{count}}” is", "{count} steps of “{{count}}” are", COUNT)
    (finding,) = counted([Finding("info", "x", said, count)])
    assert finding.message == words
    assert sentence.from_json(sentence.to_json(finding.message)) == words
