"""The set-up knows what each level holds, and which group it installs."""

import tomllib

import pytest


@pytest.fixture
def prepare(script):
    return script("prepare")


def test_the_groups_are_in_pyproject(prepare):
    with (prepare.ROOT / "pyproject.toml").open("rb") as file:
        groups = tomllib.load(file)["dependency-groups"]
    for name in set(prepare.GROUPS.values()):
        assert prepare.group_requirements(name) == groups[name]
    assert any(one.startswith("pyinstaller") for one in prepare.group_requirements("package"))


@pytest.mark.parametrize(
    ("done", "enough_for"),
    [
        ("app", {"app"}),
        ("lint", {"app", "lint"}),
        ("test", {"app", "lint", "test"}),
        ("package", {"app", "package"}),
    ],
)
def test_a_level_serves_for_those_that_it_holds(prepare, done, enough_for):
    assert {level for level, held_by in prepare.LEVELS.items() if done in held_by} == enough_for


def test_what_is_done_is_not_done_again(prepare, monkeypatch, tmp_path):
    environment = prepare.Environment(tmp_path)
    environment.python.parent.mkdir()
    environment.python.touch()
    monkeypatch.setattr(prepare, "run", lambda _command: pytest.fail("it installs again"))
    key = prepare.fingerprint(
        "packages", str(prepare.ROOT), str(tmp_path), *map(str, prepare.sys.version_info[:2])
    )
    environment.stamp("package").write_text(key, "utf-8")
    environment.fill("package")
    environment.fill("app")
