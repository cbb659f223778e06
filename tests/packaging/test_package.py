"""The archives are looked into before they are handed out."""

import sys
import tarfile
import zipfile

import pytest


@pytest.fixture
def package(script):
    return script("package")


def write_wheel(path, names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")


def checkout_names(package):
    root = package.ROOT
    modules = [path.relative_to(root).as_posix() for path in (root / "padviewer").rglob("*.py")]
    assets = [f"padviewer/_assets/{name}" for name in package.wanted_assets()]
    return [*modules, *assets, *(f"padviewer/_docs/{name}" for name in package.pages())]


def test_a_whole_wheel_lacks_nothing(package, tmp_path):
    write_wheel(tmp_path / "a.whl", checkout_names(package))
    assert package.missing_from_wheel(tmp_path / "a.whl") == set()


@pytest.mark.parametrize(
    "name",
    [
        "padviewer/core/data/ragged.py",
        "padviewer/_assets/samples/reviews.parquet",
        "padviewer/_assets/icons/open.svg",
        "padviewer/_docs/tour.md",
        "padviewer/_docs/findings/nan.md",
    ],
)
def test_what_a_wheel_lacks_is_named(package, tmp_path, name):
    write_wheel(tmp_path / "a.whl", [one for one in checkout_names(package) if one != name])
    assert package.missing_from_wheel(tmp_path / "a.whl") == {name}


def test_what_an_sdist_lacks_is_named(package, tmp_path):
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(package.ROOT / "LICENSE", "padviewer-1/LICENSE")
        archive.add(package.ROOT / "assets", "padviewer-1/assets")
    missing = package.missing_from_sdist(path)
    assert missing == {
        "Makefile",
        "constraints.txt",
        "packaging/prepare.py",
        "tests/conftest.py",
        "README.md",
    }


def test_every_package_is_named_in_pyproject(package):
    import tomllib

    listed = tomllib.loads((package.ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    there = {
        ".".join(path.parent.relative_to(package.ROOT).parts)
        for path in (package.ROOT / "padviewer").rglob("__init__.py")
    }
    assert set(listed) == there | {"padviewer._assets", "padviewer._docs"}


def test_a_command_that_fails_is_told_with_what_it_said(package):
    with pytest.raises(package.PackageError, match=r"ended with 3:\n.*no good"):
        package.run(sys.executable, "-c", "import sys; print('no good'); sys.exit(3)")


def test_links_count_nothing(package, tmp_path):
    (tmp_path / "one").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("one")
    assert package.size_of(tmp_path) == 5
    assert package.size_of(tmp_path / "one") == 5
