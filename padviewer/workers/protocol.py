"""The wire between the window and its child processes: JSON lines over binary pipes, and the child's loop."""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, NoReturn

MOST_LINE_BYTES = 64 << 20
MOST_DETAILS = 8_000
Message = dict[str, Any]
Handler = Callable[[Message, "Connection"], object]
ErrorMaker = Callable[..., Exception]
SaidOf = Callable[[BaseException], Message]


class BadLineError(ValueError):
    """A line that is no message."""


class WorkerError(Exception):
    """An error that a child process reported, with the words it used.

    Parameters
    ----------
    code, what, where, remedy : str
        As in PadViewer's own errors.
    exit_code : int
        What a command line ends with.
    details : str
        For a bug report: the traceback of an unexpected error; empty for an expected one.
    """

    def __init__(
        self,
        code: str,
        what: str,
        *,
        where: str = "",
        remedy: str = "",
        exit_code: int = 1,
        details: str = "",
    ) -> None:
        super().__init__(code, what, where, remedy)
        self.code = code
        self.what = what
        self.where = where
        self.remedy = remedy
        self.exit_code = exit_code
        self.details = details

    def __str__(self) -> str:
        """One line: where, what, what to do."""
        return " ".join(
            part for part in (f"{self.where}:" if self.where else "", self.what, self.remedy) if part
        )


def encode(message: Mapping[str, Any]) -> bytes:
    r"""Return a message as one line of UTF-8 JSON, ``\n`` included.

    Raises
    ------
    TypeError, ValueError
        It holds what JSON cannot say (NaN and infinity among it).

    >>> encode({"id": 3, "op": "summary"})
    b'{"id":3,"op":"summary"}\n'
    """
    text = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def decode(line: bytes) -> Message:
    """Return the message that a line holds.

    Raises
    ------
    BadLineError
        Too long, not UTF-8, not JSON, or not an object.
    """
    if len(line) > MOST_LINE_BYTES:
        raise BadLineError(f"The line is {len(line):,} bytes long; the limit is {MOST_LINE_BYTES:,}.")
    try:
        message = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"The line is not a JSON message: {error}.") from error
    if not isinstance(message, dict):
        raise BadLineError("The line is JSON, but not an object.")
    return message


def request(number: int, op: str, args: Mapping[str, Any] | None = None) -> bytes:
    """Return the line that asks for `op`."""
    return encode({"id": number, "op": op, "args": dict(args or {})})


def error_to_dict(error: BaseException) -> Message:
    """Return an exception as the documented keys: code, what, where, remedy, exit_code, details.

    One with ``.code`` and ``.what`` speaks for itself; any other is unexpected, and brings its traceback.
    """
    code, what = getattr(error, "code", None), getattr(error, "what", None)
    if isinstance(code, str) and isinstance(what, str):
        return {
            "code": code,
            "what": what,
            "where": str(getattr(error, "where", "")),
            "remedy": str(getattr(error, "remedy", "")),
            "exit_code": int(getattr(error, "exit_code", 1)),
            "details": str(getattr(error, "details", "")),
        }
    if isinstance(error, MemoryError):
        said = "There is not enough memory for this."
    else:
        said = f"Something unexpected happened ({type(error).__name__}: {error})."
    trace = "".join(traceback.format_exception(error))
    return {
        "code": "unexpected",
        "what": " ".join(said.split()),
        "where": "",
        "remedy": "",
        "exit_code": 1,
        "details": trace[-MOST_DETAILS:],
    }


def error_from_dict(
    error: Mapping[str, Any],
    classes: Mapping[int, ErrorMaker] | None = None,
    from_said: Callable[[Any], str] | None = None,
) -> Exception:
    """Return the exception that `error_to_dict` described.

    Parameters
    ----------
    error : mapping
        The ``error`` of an answer.
    classes : mapping of int to class, optional
        Which class to raise for which exit code, called as ``class(code, what, where=..., remedy=...)``;
        `WorkerError` for all others.
    from_said : callable, optional
        Makes the words from what stands in ``said``, where the error has that; None takes the plain words.
    """
    code = int(error.get("exit_code", 1))
    what = str(error.get("what", "The child process gave no reason."))
    words = {"where": str(error.get("where", "")), "remedy": str(error.get("remedy", ""))}
    if from_said is not None and "said" in error:
        what, words["remedy"] = from_said(error["said"]["what"]), from_said(error["said"]["remedy"])
    name = str(error.get("code", "unexpected"))
    if classes and code in classes:
        return classes[code](name, what, **words)
    return WorkerError(name, what, **words, exit_code=code, details=str(error.get("details", "")))


class Connection:
    """The child's end of the wire; every message is written whole, from any thread.

    Parameters
    ----------
    stream : binary file
        Where the messages go.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, message: Mapping[str, Any]) -> None:
        """Write one message; ends the process where nobody reads any more."""
        line = encode(message)
        try:
            with self._lock:
                self._stream.write(line)
                self._stream.flush()
        except (BrokenPipeError, ConnectionError):
            os._exit(0)

    def send_event(self, number: int | None, name: str, **data: Any) -> None:
        """Send what happens while request `number` runs (None: to no request)."""
        head = {} if number is None else {"id": number}
        self.send({**head, "event": name, **data})


def serve(
    handlers: Mapping[str, Handler], hello: Mapping[str, Any], said_of: SaidOf | None = None
) -> NoReturn:
    """Answer requests from standard input until it ends; then end the process.

    The wire is a private copy of standard output; standard output itself becomes standard error, so that
    stray prints, of C libraries too, cannot break it. Standard input becomes empty for the same reason. A
    thread watches the input and ends the process when it ends, even inside a long call.

    Parameters
    ----------
    handlers : mapping of str to callable
        ``handler(args, connection)`` returns what JSON can say. ``args["id"]`` is the request's number,
        for ``connection.send_event``. An exception becomes an error answer.
    hello : mapping
        What the first message says beside ``event`` and ``pid``.
    said_of : callable, optional
        What an error's answer holds under ``said``: how its words were made.
    """
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # a Ctrl+C is meant for the parent, whose end ends this process
    wire_in, wire_out = _private_wire()
    connection = Connection(wire_out)
    requests: queue.SimpleQueue[Message] = queue.SimpleQueue()
    watcher = threading.Thread(target=_watch, args=(wire_in, requests, connection), daemon=True)
    connection.send({"event": "hello", "pid": os.getpid(), **hello})
    watcher.start()
    while True:
        _answer(requests.get(), handlers, connection, said_of)


def _private_wire() -> tuple[BinaryIO, BinaryIO]:
    sys.stdout.flush()
    wire_in, wire_out = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return os.fdopen(wire_in, "rb"), os.fdopen(wire_out, "wb")


def _watch(wire_in: BinaryIO, requests: queue.SimpleQueue[Message], connection: Connection) -> None:
    try:
        while line := wire_in.readline(MOST_LINE_BYTES + 2):
            try:
                requests.put(decode(line))
            except BadLineError as error:
                _fail(connection, None, WorkerError("bad-message", str(error)))
    finally:
        os._exit(0)


def _answer(
    message: Message,
    handlers: Mapping[str, Handler],
    connection: Connection,
    said_of: SaidOf | None = None,
) -> None:
    number, op, args = message.get("id"), message.get("op"), message.get("args", {})
    handler = handlers.get(op) if isinstance(op, str) else None
    if handler is None or not isinstance(args, dict):
        known = ", ".join(sorted(handlers))
        what = (
            f"There is no operation {op!r}; there are {known}." if handler is None else "args is no object."
        )
        _fail(connection, number, WorkerError("bad-message", what))
        return
    try:
        result = handler({**args, "id": number}, connection)
        connection.send({"id": number, "ok": True, "result": result})
    except Exception as error:  # noqa: BLE001 - the boundary: whatever a handler raises becomes an answer
        _fail(connection, number, error, said_of)


def _fail(
    connection: Connection, number: object, error: BaseException, said_of: SaidOf | None = None
) -> None:
    said = {} if said_of is None else {"said": said_of(error)}
    connection.send({"id": number, "ok": False, "error": {**error_to_dict(error), **said}})
