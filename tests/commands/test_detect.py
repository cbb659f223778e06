import numpy as np


def test_a_padded_array_is_told(ask, tmp_path):
    block = np.arange(1, 801).reshape(-1, 8)
    for row in range(100):
        block[row, 8 - row % 7 :] = 0
    np.save(tmp_path / "p.npy", block)
    said = ask("detect", tmp_path / "p.npy")
    (column,) = said["columns"]
    assert list(said) == ["path", "format", "columns"]
    assert (column["verdict"], column["value"], column["side"]) == ("looks-padded", 0, "post")
    assert column["padded"] == (block == 0).sum()
    assert column["lengths"] == [8 - row % 7 for row in range(100)]


def test_verdicts_stand_in_a_table(run, tmp_path):
    np.savez(tmp_path / "p.npz", x=[[1, 2, 0], [3, 0, 0]], lengths=[2, 1], y=[[1, 2, 3], [4, 5, 6]])
    ran = run("detect", tmp_path / "p.npz")
    assert ran.code == 0
    assert [line.split()[:2] for line in ran.out.splitlines()[3:]] == [["x", "padded"], ["y", "contradicted"]]


def test_a_table_of_text_has_none(ask, tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n1,2\n3,4\n", "utf-8")
    assert ask("detect", tmp_path / "t.csv")["columns"] == []
