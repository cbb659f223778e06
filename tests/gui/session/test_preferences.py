"""Preferences: read from good settings and from rubbish, written without harm to what is not known."""

import re
from dataclasses import fields, replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from padviewer.gui.session.preferences import CACHE_GB, MEMORY_MB, SIZES, Preferences
from padviewer.gui.style import words
from padviewer.gui.style.words import told, tr

OTHER = Preferences("dark", "de", 150, "cividis", "on", 512, 7, "/usr/bin/python3", reopen=False)


COUNTER = count()


def settings_at(path):
    return QSettings(str(path), QSettings.Format.IniFormat)


def read_again(place):
    """Return the settings as another process reads them: this one keeps what it wrote, types and all."""
    copy = place.with_name(f"{next(COUNTER)}.ini")
    copy.write_bytes(place.read_bytes())
    return settings_at(copy)


@pytest.fixture
def place(tmp_path):
    return tmp_path / "settings.ini"


def written(place, text):
    place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings_at(place)


def test_nothing_written_is_the_defaults_without_a_problem(place):
    read = Preferences.load(settings_at(place))
    assert (read, read.problems) == (Preferences(), ())


def test_only_what_was_changed_is_written_over_what_another_program_wrote(place):
    settings, before = settings_at(place), Preferences(theme="light", size=120)
    assert before.save(settings) == ""
    assert Preferences(theme="dark", size=120, ramp="cividis").save(settings, before) == ""  # elsewhere
    assert Preferences(theme="light", size=150).save(settings, before) == ""  # here
    again = Preferences.load(read_again(place))
    assert (again.theme, again.ramp, again.size) == ("dark", "cividis", 150)


def test_they_come_back(place):
    assert OTHER.save(settings_at(place)) == ""
    again = Preferences.load(read_again(place))
    assert (again, again.problems) == (OTHER, ())
    defaults = Preferences()
    names = [one.name for one in fields(OTHER) if one.compare]
    assert all(getattr(OTHER, name) != getattr(defaults, name) for name in names)


@how(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(
    st.builds(
        Preferences,
        st.sampled_from(["system", "light", "dark"]),
        st.sampled_from(["system", "en", "de"]),
        st.sampled_from(SIZES),
        st.sampled_from(["tide", "viridis", "cividis"]),
        st.sampled_from(["system", "on", "off"]),
        st.integers(*MEMORY_MB),
        st.integers(*CACHE_GB),
        st.sampled_from(["", "/usr/bin/python3", "C:\\Python, 3\\python.exe", "/home/jürgen/a b;c=d%20/“p”"]),
        st.booleans(),
    )
)
def test_any_come_back(place, preferences):
    preferences.save(settings_at(place))
    again = Preferences.load(read_again(place))
    assert (again, again.problems) == (preferences, ())


@pytest.mark.parametrize(
    ("line", "label", "said"),
    [
        ("theme=sepia", "Theme", "sepia"),
        ("theme=light, dark", "Theme", "['light', 'dark']"),
        ("size=105", "Size", "105"),
        ("size=79", "Size", "79"),
        ("size=-100", "Size", "-100"),
        ("size=" + "9" * 5000, "Size", "9" * 39 + "…"),
        ("size=100.0", "Size", "100.0"),
        ("memory_mb=lots", "Memory", "lots"),
        ("memory_mb=0", "Memory", "0"),
        ("cache_gb=10001", "Cache", "10001"),
        ("reopen=maybe", "At the start", "maybe"),
        ("ramp=jet", "Colours", "jet"),
        ("interpreter=@Invalid()", "Python for models", "None"),
        ("interpreter=" + "x" * 5000, "Python for models", "x" * 39 + "…"),
        (r"interpreter=/bin/py\x0thon", "Python for models", "/bin/py·thon"),
    ],
)
def test_a_value_that_cannot_be_is_its_default_and_told_once(place, line, label, said):
    read = Preferences.load(written(place, f"[General]\n{line}\nlanguage=de\n"))
    assert read == Preferences(language="de")
    (sentence,) = read.problems
    assert sentence == f"The setting “{label}” cannot be “{said}” and is back at its default."
    assert read.save(settings_at(place)) == ""
    assert Preferences.load(read_again(place)).problems == ()


def test_a_problem_is_said_in_the_language_that_is_installed_later(place, qapp):
    (problem,) = Preferences.load(written(place, "[General]\nsize=105\n")).problems
    words.install(qapp, "de")
    try:
        german = told(problem)
        expected = tr(problem.template, name=tr("Size"), value="105")
    finally:
        words.install(qapp, "en")
    assert german == expected
    assert "105" in german
    assert told(problem) == problem == "The setting “Size” cannot be “105” and is back at its default."


def test_a_value_of_another_type_is_its_default(place):
    settings = settings_at(place)
    settings.setValue("theme", QByteArray(b"\x00\xff\x01"))
    settings.setValue("reopen", 3)
    settings.setValue("size", [100])
    read = Preferences.load(settings)
    assert read == Preferences()
    assert len(read.problems) == 3


def test_binary_junk(place):
    junk = bytes(range(256)) * 40
    read = Preferences.load(written(place, junk))
    assert read == Preferences()
    (sentence,) = read.problems
    assert sentence == "Parts of the settings file cannot be read and are ignored."
    read.save(settings_at(place))
    assert Preferences.load(read_again(place)) == Preferences()


def test_a_variant_of_rubbish(place):
    read = Preferences.load(written(place, "[General]\ntheme=@Rect(1 2 3 4)\nsize=@Size(-1)\n"))
    assert read == Preferences()
    assert len(read.problems) == 2


def test_of_a_newer_version_what_is_known_is_read_and_the_rest_is_left(place):
    text = "[General]\ntheme=sepia\nsize=130\nglow=7\n\n[settings]\nversion=99\n\n[views]\nshape=round\n"
    read = Preferences.load(written(place, text))
    assert read == Preferences(size=130)
    assert len(read.problems) == 2
    assert "newer PadViewer" in read.problems[0]
    replace(read, size=150).save(settings_at(place))
    kept = read_again(place)
    assert kept.value("theme") == "sepia"
    assert kept.value("glow") == "7"
    assert kept.value("views/shape") == "round"
    assert kept.value("settings/version") == "99"
    again = Preferences.load(read_again(place))
    assert (again, again.problems) == (Preferences(size=150), ())
    replace(again, theme="dark").save(settings_at(place))
    assert read_again(place).value("theme") == "dark"


def test_keys_of_others_stay(place):
    settings = written(place, "[General]\nsize=120\n[recent]\nfiles=[]\n")
    replace(Preferences.load(settings), size=140).save(settings)
    kept = read_again(place)
    assert (kept.value("recent/files"), kept.value("size")) == ("[]", "140")
    assert kept.value("settings/version") == "1"


@pytest.mark.parametrize("version", ["rubbish", "-3", "1e9", "9" * 30])
def test_a_version_of_rubbish_is_none(place, version):
    read = Preferences.load(written(place, f"[General]\nsize=120\n[settings]\nversion={version}\n"))
    assert (read, read.problems) == (Preferences(size=120), ())


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    settings = settings_at(tmp_path / "file" / "settings.ini")
    said = OTHER.save(settings)
    assert re.fullmatch(r"The preferences cannot be written to .*settings\.ini; they hold until .*", said)


@pytest.mark.parametrize("seed", range(6))
def test_no_file_of_rubbish_raises(place, seed):
    import random

    chance = random.Random(seed)
    lines = [
        f"{chance.choice(['theme', 'size', 'reopen', 'interpreter', 'settings/version'])}="
        + "".join(chance.choice('@()\\x0"%,;=ab1 é\t[]') for _ in range(chance.randrange(60)))
        for _ in range(200)
    ]
    read = Preferences.load(written(place, "[General]\n" + "\n".join(lines)))
    assert read.size in SIZES
    assert isinstance(read.reopen, bool)
    assert read.theme in ("system", "light", "dark")
