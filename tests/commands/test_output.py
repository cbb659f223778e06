import io
import json
import re
import sys

import pytest

from padviewer.commands import output
from padviewer.commands.parser import _command_parser
from padviewer.core.finding import Finding
from padviewer.core.sentence import say


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0 %"), (1, "100 %"), (0.52, "52.0 %"), (0.99999, "> 99.9 %"), (0.0000001, "< 0.01 %"),
     (0.00345, "0.34 %"), (0.00996, "1.0 %"), (0.9994, "99.9 %")],
)  # fmt: skip
def test_percents_are_0_and_100_only_where_they_are(share, said):
    assert output.percent(share).replace("\u202f", " ") == said


@pytest.mark.parametrize(
    ("nbytes", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.00 kB"), (505_536, "506 kB"), (999_600, "1.00 MB"),
     (41_800_000_000, "41.8 GB"), (10**21, "1,000 EB")],
)  # fmt: skip
def test_bytes_have_three_digits(nbytes, said):
    assert output.size(nbytes).replace("\u202f", " ") == said


@pytest.mark.parametrize(
    ("value", "said"), [(46.25, "46.2"), (4.0, "4"), (1234.5, "1,234"), (0.125, "0.12"), (0, "0")]
)
def test_means_have_three_digits(value, said):
    assert output.decimal(value) == said


def test_counts_are_grouped():
    assert [output.count(one) for one in (1319, -5, None)] == ["1,319", "\u22125", "–"]


def test_a_table_aligns_and_escapes():
    assert output.table(("a", "n"), [("x\x1b\n", "1"), ("yy", "1,000")], (1,)) == [
        "a            n",
        "x\\x1b\\n      1",
        "yy       1,000",
    ]


def test_json_is_ascii_and_has_no_nan(capsys):
    output.write_json({"a": ("“x”", float("nan")), "b": float("-inf"), "c": "\udcff"})
    out = capsys.readouterr().out
    assert out.isascii()
    assert json.loads(out) == {"a": ["“x”", "nan"], "b": "-inf", "c": "\udcff"}


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_one_line_on_a_terminal(monkeypatch):
    stream, now = Terminal(), [0.0]
    monkeypatch.setattr(sys, "stderr", stream)
    with output.Progress("Writing\x1b", clock=lambda: now[0]) as progress:
        progress(1, 4)
        progress(2, 4)
        now[0] = 1.0
        progress(3, 4)
        progress(0, 0)
    said = stream.getvalue().replace("\u202f", " ").split("\r\x1b[K")
    assert said == ["", "Writing\\x1b …", "Writing\\x1b: 25.0 %", "Writing\\x1b: 75.0 %", ""]


def test_progress_is_silent_elsewhere(capsys):
    with output.Progress("Writing") as progress:
        progress(1, 2)
    assert capsys.readouterr().err == ""


def test_without_a_console_nothing_is_printed(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    output.write("x")
    output.flush()
    assert sys.stdout is None


def test_a_remedy_names_its_flag():
    told = Finding("warning", "outlier", "One row is long.", 1, (0,), "Set maxlen to 5, which is p99.", "x")
    (line,) = output.finding_lines([told])[2:]
    assert line == "  warning  One row is long. Set maxlen to 5, which is p99 (--maxlen p99)."
    kept = Finding("info", "steps-lost", "Cut.", 1, (0,), "Keep it.", "x")
    assert output.finding_lines([kept])[2:] == ["  info  Cut. Keep it."]
    without = Finding("info", "missing-values", "Missing.", 1, (0,), "", "x")
    assert output.finding_lines([without])[2:] == ["  info  Missing."]


def test_every_flag_is_one_that_check_takes():
    words = set(re.findall(r"--[a-z-]+", " ".join(output.FLAGS.values())))
    parser = _command_parser("check")
    assert words <= {flag for action in parser._actions for flag in action.option_strings}


def test_the_flag_is_that_of_the_advice():
    below = Finding("warning", "steps-lost", "m", remedy=say("Set maxlen to {p99}, which is p99.", p99="3"))
    longest = Finding("warning", "steps-lost", "m", remedy=say("Set maxlen to {most}.", most="9"))
    assert output.remedy(below) == "Set maxlen to 3, which is p99 (--maxlen p99)."
    assert output.remedy(longest) == "Set maxlen to 9 (--maxlen max)."
