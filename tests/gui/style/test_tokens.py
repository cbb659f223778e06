import re

from padviewer.gui.style import tokens


def test_both_themes_have_the_same_tokens_and_each_is_a_colour():
    assert tokens.LIGHT.keys() == tokens.DARK.keys()
    for value in (*tokens.LIGHT.values(), *tokens.DARK.values()):
        assert re.fullmatch("#[0-9A-F]{6}", value)


def test_some_tokens_by_hand():
    assert tokens.LIGHT["accent"] == "#2B5BD7"
    assert tokens.DARK["accent"] == "#82A8FF"
    assert tokens.LIGHT["cut"] == "#B34508"
    assert tokens.DARK["canvas"] == "#121417"
