"""The colour ramps of the views: 256 colours from low to high, and which text is legible on them."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

RAMPS = ("tide", "viridis", "cividis", "puor")
DIVERGING = ("puor",)
LIGHT_TEXT = "#FFFFFF"
DARK_TEXT = "#0F1B1E"

# Paul Tol's qualitative scheme of 12 colours that people with any colour vision tell apart best.
IDENTITY = (
    "#332288", "#6699CC", "#88CCEE", "#44AA99", "#117733", "#999933",
    "#DDCC77", "#661100", "#CC6677", "#AA4466", "#882255", "#AA4499",
)  # fmt: skip

# PuOr of 11 classes: color specifications and designs developed by Cynthia Brewer (colorbrewer.org, Apache
# 2.0). Its middle is the middle of the ramp.
_PUOR = (
    "7f3b08", "b35806", "e08214", "fdb863", "fee0b6", "f7f7f7",
    "d8daeb", "b2abd2", "8073ac", "542788", "2d004b",
)  # fmt: skip

_TIDE = ((0.0, "0E3A4C"), (0.3, "1E6570"), (0.6, "4F9A8C"), (0.82, "86BB93"), (1.0, "B4D38F"))

# Both from matplotlib (CC0), 256 sRGB colours each.
_VIRIDIS = (
    "44015444025645045745055946075a46085c460a5d460b5e470d60470e61471063471164471365481467481668481769"
    "48186a481a6c481b6d481c6e481d6f481f70482071482173482374482475482576482677482878482979472a7a472c7a"
    "472d7b472e7c472f7d46307e46327e46337f463480453581453781453882443983443a83443b84433d84433e85423f85"
    "4240864241864142874144874045884046883f47883f48893e49893e4a893e4c8a3d4d8a3d4e8a3c4f8a3c508b3b518b"
    "3b528b3a538b3a548c39558c39568c38588c38598c375a8c375b8d365c8d365d8d355e8d355f8d34608d34618d33628d"
    "33638d32648e32658e31668e31678e31688e30698e306a8e2f6b8e2f6c8e2e6d8e2e6e8e2e6f8e2d708e2d718e2c718e"
    "2c728e2c738e2b748e2b758e2a768e2a778e2a788e29798e297a8e297b8e287c8e287d8e277e8e277f8e27808e26818e"
    "26828e26828e25838e25848e25858e24868e24878e23888e23898e238a8d228b8d228c8d228d8d218e8d218f8d21908d"
    "21918c20928c20928c20938c1f948c1f958b1f968b1f978b1f988b1f998a1f9a8a1e9b8a1e9c891e9d891f9e891f9f88"
    "1fa0881fa1881fa1871fa28720a38620a48621a58521a68522a78522a88423a98324aa8325ab8225ac8226ad8127ad81"
    "28ae8029af7f2ab07f2cb17e2db27d2eb37c2fb47c31b57b32b67a34b67935b77937b87838b9773aba763bbb753dbc74"
    "3fbc7340bd7242be7144bf7046c06f48c16e4ac16d4cc26c4ec36b50c46a52c56954c56856c66758c7655ac8645cc863"
    "5ec96260ca6063cb5f65cb5e67cc5c69cd5b6ccd5a6ece5870cf5773d05675d05477d1537ad1517cd2507fd34e81d34d"
    "84d44b86d54989d5488bd6468ed64590d74393d74195d84098d83e9bd93c9dd93ba0da39a2da37a5db36a8db34aadc32"
    "addc30b0dd2fb2dd2db5de2bb8de29bade28bddf26c0df25c2df23c5e021c8e020cae11fcde11dd0e11cd2e21bd5e21a"
    "d8e219dae319dde318dfe318e2e418e5e419e7e419eae51aece51befe51cf1e51df4e61ef6e620f8e621fbe723fde725"
)
_CIVIDIS = (
    "00204d00214e00225000225200235300245500255700255800265a00275c00275e002860002961002a63002a65002b67"
    "002c69002c6a002d6c002e6e002e6f002f6f002f6f00306f00306f00316f00326f00336f00336f00346f00356e01366e"
    "06366e0b376e0f386e12386d15396d183a6d1a3b6d1d3b6d1f3c6d213d6d233e6c243e6c263f6c28406c2a406c2b416c"
    "2d426c2e436c30436c31446b32456b34456b35466b36476b38486b39486b3a496b3b4a6b3d4a6b3e4b6b3f4c6b404d6b"
    "414d6b424e6b434f6b444f6b46506b47516b48526b49526b4a536b4b546c4c546c4d556c4e566c4f576c50576c51586c"
    "52596c53596c545a6c555b6d565c6d575c6d585d6d595e6d595f6d5a5f6d5b606e5c616e5d616e5e626e5f636e60646f"
    "61646f62656f63666f64666f646770656870666970676970686a71696b716a6c716b6c716c6d726c6e726d6e726e6f73"
    "6f70737071737171747272747273747374757474757575757676767777767877777878777979777a7a787b7a787c7b78"
    "7d7c787e7d787f7d78807e79817f798280798380798481798482798583798683798784798885798986798a87798b8779"
    "8c88798d89798e8a798f8a79908b79918c78928d78938e78948e78958f789690789791789892789992789a93779b9477"
    "9c95779d96779e96779f9777a09877a19976a29a76a39a76a49b76a59c76a69d75a89e75a99f75aa9f75aba074aca174"
    "ada274aea374afa473b0a473b1a573b2a672b3a772b4a872b5a971b6a971b7aa71b8ab70b9ac70baad70bbae6fbcaf6f"
    "beaf6fbfb06ec0b16ec1b26dc2b36dc3b46dc4b56cc5b56cc6b66bc7b76bc8b86ac9b96acbba69ccbb69cdbc68cebc68"
    "cfbd67d0be67d1bf66d2c066d3c165d4c264d6c364d7c463d8c563d9c562dac661dbc761dcc860ddc95fdeca5fe0cb5e"
    "e1cc5de2cd5ce3ce5ce4cf5be5d05ae6d159e8d259e9d358ead357ebd456ecd555edd654efd753f0d852f1d951f2da50"
    "f3db4ff4dc4ef6dd4df7de4cf8df4bf9e04afae149fbe248fde346fee445ffe544ffe642ffe742ffe843ffe944ffea46"
)


@cache
def ramp(name: str) -> NDArray[np.uint8]:
    """Return a ramp as a table of sRGB bytes.

    Parameters
    ----------
    name : {"tide", "viridis", "cividis", "puor"}
        The last one diverges: for values around 0.

    Returns
    -------
    numpy.ndarray
        uint8 [256, 3], read-only, dark first; a diverging one is dark at both ends.

    Raises
    ------
    KeyError
        When there is no such ramp.

    Examples
    --------
    >>> ramp("tide")[0].tolist()
    [14, 58, 76]
    """
    table: NDArray[np.uint8]
    if name == "tide":
        table = _between_stops(_TIDE)
    elif name == "puor":
        table = _between_stops(tuple((at / (len(_PUOR) - 1), stop) for at, stop in enumerate(_PUOR)))
    else:
        table = np.frombuffer(bytes.fromhex({"viridis": _VIRIDIS, "cividis": _CIVIDIS}[name]), np.uint8)
        table = table.reshape(256, 3)
    table.flags.writeable = False
    return table


def _between_stops(stops: tuple[tuple[float, str], ...]) -> NDArray[np.uint8]:
    """Return straight lines between stops (place 0 to 1, RRGGBB), in sRGB bytes."""
    places = [place for place, _ in stops]
    colours = np.array([list(bytes.fromhex(colour)) for _, colour in stops], dtype=float)
    steps = np.linspace(0.0, 1.0, 256)
    channels = [np.interp(steps, places, colours[:, channel]) for channel in range(3)]
    table: NDArray[np.uint8] = np.rint(np.stack(channels, axis=1)).astype(np.uint8)
    return table


def text_on(name: str, position: float) -> str:
    """Return the colour of text on a cell.

    Parameters
    ----------
    name : {"tide", "viridis", "cividis", "puor"}
    position : float
        The cell's place on the ramp, 0 to 1.

    Returns
    -------
    str
        White on the dark part of the ramp, near black on its light part, as ``"#RRGGBB"``.
    """
    if name == "tide":
        return LIGHT_TEXT if position < 0.62 else DARK_TEXT
    colour = ramp(name)[round(min(max(position, 0.0), 1.0) * 255)]
    return LIGHT_TEXT if _contrast(colour, LIGHT_TEXT) >= _contrast(colour, DARK_TEXT) else DARK_TEXT


@cache
def light_text(name: str) -> NDArray[np.bool_]:
    """Tell for each of the 256 colours of a ramp whether text on it is white: bool [256], read-only."""
    found = np.array([text_on(name, place / 255) == LIGHT_TEXT for place in range(256)])
    found.flags.writeable = False
    return found


@cache
def light_identity() -> NDArray[np.bool_]:
    """Tell for each of the colours of ids whether text on it is white: bool [12], read-only."""
    colours = [np.array(list(bytes.fromhex(colour[1:]))) for colour in IDENTITY]
    found = np.array([_contrast(one, LIGHT_TEXT) >= _contrast(one, DARK_TEXT) for one in colours])
    found.flags.writeable = False
    return found


def _contrast(colour: NDArray[np.uint8], text: str) -> float:
    """Return the WCAG contrast of two colours, 1 to 21."""
    high, low = sorted((_luminance(colour.tolist()), _luminance(list(bytes.fromhex(text[1:])))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(rgb: list[int]) -> float:
    """Return the relative luminance of sRGB bytes, 0 to 1."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
