import pytest


def test_numbers_are_those_counted_by_hand(ask, lists):
    # lengths 4, 2, 0, 1: sorted 0 1 2 4
    said = ask("stats", lists, "--column", "x", "--maxlen", "2")
    assert (said["column"], said["unit"], said["rows"]) == ("x", "steps", 4)
    assert said["lengths"] == {"min": 0, "mean": 1.75, "max": 4, "total": 7, "empty": 1}
    assert [(one["name"], one["maxlen"]) for one in said["percentiles"]] == [
        ("p50", 1), ("p90", 4), ("p95", 4), ("p99", 4), ("max", 4),
    ]  # fmt: skip
    assert said["percentiles"][0]["coverage"] == 0.5
    # maxlen 2 keeps 2 + 2 + 0 + 1 of 8 cells, int32
    assert said["at_maxlen"] == {
        "maxlen": 2, "coverage": 0.75, "rows_cut": 1, "steps_lost": 2, "padding_share": 0.375, "bytes": 32,
    }  # fmt: skip


@pytest.mark.parametrize(("tokens", "total", "longest"), [("words", 8, 3), ("characters", 27, 11)])
def test_texts_are_cut_into_tokens(ask, texts, tokens, total, longest):
    # "the cat sat" 11 characters, "the dog" 7, "" 0, "a cat ran" 9
    said = ask("stats", texts, "--column", "text", "--tokens", tokens)
    assert said["unit"] == tokens
    assert (said["lengths"]["total"], said["lengths"]["max"]) == (total, longest)


def test_rows_are_those_asked_for(ask, lists):
    assert ask("stats", lists, "--rows", "1:3")["lengths"]["total"] == 2


def test_empty_rows_have_lengths_and_no_maxlen(ask, run, tmp_path):
    path = tmp_path / "empty.jsonl"
    path.write_text('{"x": [1]}\n{"x": []}\n{"x": []}\n', "utf-8")
    said = ask("stats", path, "--rows", "1:")
    assert said["lengths"] == {"min": 0, "mean": 0.0, "max": 0, "total": 0, "empty": 2}
    assert said["at_maxlen"] is None
    ran = run("stats", path, "--rows", "1:", "--dtype", "int8", "--maxlen", "3")
    assert ran.code == 0
    assert "\nmaxlen" in ran.out


def test_the_table_groups_and_aligns(run, lists):
    lines = run("stats", lists, "--maxlen", "p50").out.splitlines()
    assert lines[1] == "4 rows, 7 steps: 0–4, mean 1.75, 1 empty"
    assert " ".join(lines[3].split()) == "Length Rows covered Rows cut Steps lost Padding Bytes"
    # 4 rows of 1 step keep 3 of 4 cells; 25 % padding; int32
    assert " ".join(lines[-1].split()) == "maxlen 1 50.0 % 2 4 25.0 % 16 B"
    assert len({len(line) for line in lines[3:]}) == 1


def test_bytes_count_inner_axes(ask, tmp_path):
    path = tmp_path / "deep.jsonl"
    path.write_text('{"x": [[1, 2], [3]]}\n{"x": [[4, 5, 6]]}\n', "utf-8")
    said = ask("stats", path, "--maxlen", "2,3", "--dtype", "int16")
    assert said["at_maxlen"]["bytes"] == 2 * 2 * 3 * 2
