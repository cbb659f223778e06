"""How a file was read is kept in the recipe, the sidecar and the export, and a recipe reads it so again."""

import json
import tomllib

import numpy as np
import pytest

# Flags, the file, and its text: without the flags each is read as something else
READINGS = [
    (["--read-as", "temp=numbers"], "t.csv", 'id,temp,seq\n1,2.5,"1 2"\n2,warm,"3"\n3,hot,"4 5"\n4,4,"6"\n'),
    (["--read-as", "v=decimal-comma", "--delimiter", ";"], "v.csv", 'v;seq\n"1,234";1 2\n"5,678";3\n'),
    (["--shape", "ragged-lines", "--no-header"], "l.csv", "1,2,3\n4,5\n6\n"),
    (["--shape", "unpad"], "p.npy", None),
    (["--encoding", "cp1252"], "e.csv", "größe,seq\n1,1 2\n2,3 4 5\n".encode("cp1252")),
    (["--table", "b"], "two.npz", {"a": np.ones((3, 2)), "b": np.arange(10.0).reshape(2, 5)}),
    (["--read-as", "x=text"], "x.jsonl", '{"x": [1, 2]}\n{"x": [3]}\n'),
]


def write(path, content):
    if content is None:
        np.save(path, np.array([[7, 3, 0, 0], [5, 2, 9, 0], [8, 0, 0, 0], [1, 2, 3, 4]]))
    elif isinstance(content, dict):
        np.savez(path, **content)
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content)
    return path


@pytest.mark.parametrize(("flags", "name", "content"), READINGS, ids=[one[1] for one in READINGS])
def test_a_saved_recipe_reads_the_file_as_it_was_read(ask, tmp_path, flags, name, content):
    source = write(tmp_path / name, content)
    first, again, third = (tmp_path / one for one in ("a.npz", "b.npz", "c.npz"))
    ask("pad", source, "-o", first, *flags, "--save-recipe", tmp_path / "r.toml")
    said = tomllib.loads((tmp_path / "r.toml").read_text())["reading"]
    assert len(said) == sum(flag.startswith("--") for flag in flags)
    ask("pad", source, "-o", again, "--recipe", tmp_path / "r.toml")
    ask("pad", source, "-o", third, "--recipe", first)
    assert first.read_bytes() == again.read_bytes() == third.read_bytes()
    assert (
        tomllib.loads(json.loads((tmp_path / "a.npz.padviewer.json").read_text())["recipe"])["reading"]
        == said
    )
    assert ask("info", tmp_path / "r.toml")["reading"] == said


def test_a_flag_goes_over_the_recipe(ask, tmp_path):
    source = write(tmp_path / "p.npy", None)
    ask("pad", source, "-o", tmp_path / "a.npz", "--shape", "unpad", "--save-recipe", tmp_path / "r.toml")
    said = ask("pad", source, "-o", tmp_path / "b.npz", "--recipe", tmp_path / "r.toml", "--shape", "dense",
               "--save-recipe", tmp_path / "s.toml")  # fmt: skip
    assert said["tensors"][0]["shape"] == [4, 4]
    assert tomllib.loads((tmp_path / "s.toml").read_text())["reading"] == {"shape": "dense"}


def test_a_recipe_whose_reading_suits_another_format_ends_with_1(run, tmp_path):
    (tmp_path / "r.toml").write_text('padviewer = 1\n[reading]\nencoding = "cp1252"\n[tensors.x]\n')
    source = write(tmp_path / "x.jsonl", "[1, 2]\n[3]\n")
    ran = run("pad", source, "-o", tmp_path / "o.npz", "--recipe", tmp_path / "r.toml")
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be read as the recipe says" in ran.err
    ran = run("pad", source, "-o", tmp_path / "o.npz", "--encoding", "cp1252")
    assert ran.code == 2


def test_info_says_how_the_file_of_a_recipe_is_read(run, tmp_path):
    (tmp_path / "r.toml").write_text(
        'padviewer = 1\n[reading]\nheader = false\n[reading.columns]\ntemp = "numbers"\n[tensors.x]\n'
    )
    assert "Its file is read with header no; temp as numbers" in run("info", tmp_path / "r.toml").out
