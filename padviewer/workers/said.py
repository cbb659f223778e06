"""How an error's words were made, for the other side of the wire, which may speak another language."""

from __future__ import annotations

from typing import Any


def said_of(error: BaseException) -> dict[str, Any]:
    """Return what the key ``said`` of an error's answer holds.

    Parameters
    ----------
    error : BaseException
        What a handler raised.

    Returns
    -------
    dict
        ``what`` and ``remedy`` as `padviewer.core.sentence.to_json` writes them; their English is that of
        `padviewer.workers.protocol.error_to_dict`.
    """
    from padviewer.core.sentence import say, to_json

    code, what = getattr(error, "code", None), getattr(error, "what", None)
    if isinstance(code, str) and isinstance(what, str):
        return {"what": to_json(what), "remedy": to_json(getattr(error, "remedy", ""))}
    if isinstance(error, MemoryError):
        said = say("There is not enough memory for this.")
    else:
        words = " ".join(f"{type(error).__name__}: {error}".split())
        said = say("Something unexpected happened ({error}).", error=words)
    return {"what": to_json(said), "remedy": ""}
