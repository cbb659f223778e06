import io
import json
import math
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from padviewer.core.errors import ChoiceError, ContentError, PathError, UnsafeError
from padviewer.workers import protocol
from padviewer.workers.protocol import (
    BadLineError,
    Connection,
    WorkerError,
    decode,
    encode,
    error_from_dict,
    error_to_dict,
    request,
)

ROOT = Path(protocol.__file__).parents[2]
CHILD = textwrap.dedent(
    """
    import os, subprocess, sys, time
    from padviewer.core.errors import UnsafeError
    from padviewer.workers.protocol import serve

    def echo(args, connection):
        return args["value"]

    def noisy(args, connection):
        print("a stray print")
        sys.stdout.flush()
        os.write(1, b"straight to descriptor 1\\n")
        subprocess.run(["echo", "from a grandchild"], check=True)
        return "still fine"

    def reads_input(args, connection):
        return sys.stdin.read() + subprocess.run(["cat"], capture_output=True, text=True).stdout

    def refuses(args, connection):
        raise UnsafeError("pickle", "It holds a pickle.", where="m.pkl", remedy="Save it again.")

    def breaks(args, connection):
        return 1 / args["by"]

    def counts(args, connection):
        for step in range(3):
            connection.send_event(args["id"], "progress", done=step)
        return "counted"

    def sleeps(args, connection):
        connection.send_event(args["id"], "started")
        time.sleep(60)

    def grips(args, connection):
        connection.send_event(args["id"], "started")
        while True:
            pass

    def unsayable(args, connection):
        return float("nan") if args["what"] == "nan" else object()

    def floods(args, connection):
        while True:
            connection.send_event(args["id"], "progress", text="x" * 10_000)

    handlers = [echo, noisy, reads_input, refuses, breaks, counts, sleeps, grips, unsayable, floods]
    serve({handler.__name__: handler for handler in handlers}, {"worker": "t"})
    """
)


class Child:
    """A real child process that serves the handlers above."""

    def __init__(self, path):
        self.process = subprocess.Popen(
            [sys.executable, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def send(self, line):
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def ask(self, number, op, **args):
        self.send(request(number, op, args))

    def receive(self):
        return json.loads(self.process.stdout.readline())

    def hang_up(self):
        """Close the child's input, wait for its end, and return its exit code."""
        self.process.stdin.close()
        return self.process.wait(timeout=60)


@pytest.fixture
def child(tmp_path):
    path = tmp_path / "child.py"
    path.write_text(CHILD, encoding="utf-8")
    one = Child(path)
    yield one
    if one.process.poll() is None:
        one.process.kill()
    one.process.wait()
    for pipe in (one.process.stdin, one.process.stdout, one.process.stderr):
        try:
            pipe.close()
        except BrokenPipeError:
            assert one.process.returncode is not None


def test_hello_comes_first_then_answers_in_order(child):
    assert child.receive() == {"event": "hello", "pid": child.process.pid, "worker": "t"}
    child.ask(1, "echo", value="grüße 漢字 \u2028 \n end")
    child.ask(2, "echo", value=[1, None, {"a": 2.5}])
    assert child.receive() == {"id": 1, "ok": True, "result": "grüße 漢字 \u2028 \n end"}
    assert child.receive() == {"id": 2, "ok": True, "result": [1, None, {"a": 2.5}]}


def test_stray_prints_go_to_standard_error(child):
    child.receive()
    child.ask(1, "noisy")
    assert child.receive() == {"id": 1, "ok": True, "result": "still fine"}
    assert child.hang_up() == 0
    assert child.process.stdout.read() == b""
    error = child.process.stderr.read()
    for stray in (b"a stray print", b"straight to descriptor 1", b"from a grandchild"):
        assert stray in error


def test_nothing_can_eat_the_requests(child):
    child.receive()
    child.ask(1, "reads_input")
    child.ask(2, "echo", value="mine")
    assert child.receive()["result"] == ""
    assert child.receive()["result"] == "mine"


def test_events_carry_the_requests_number(child):
    child.receive()
    child.ask(7, "counts")
    events = [child.receive() for _ in range(3)]
    assert events == [{"id": 7, "event": "progress", "done": step} for step in range(3)]
    assert child.receive() == {"id": 7, "ok": True, "result": "counted"}


def test_errors_are_answers_and_the_child_goes_on(child):
    child.receive()
    child.ask(1, "refuses")
    answer = child.receive()
    assert (answer["id"], answer["ok"]) == (1, False)
    assert answer["error"] == {
        "code": "pickle",
        "what": "It holds a pickle.",
        "where": "m.pkl",
        "remedy": "Save it again.",
        "exit_code": 3,
        "details": "",
    }
    child.ask(2, "breaks", by=0)
    error = child.receive()["error"]
    assert (error["code"], error["exit_code"]) == ("unexpected", 1)
    assert "ZeroDivisionError" in error["what"]
    assert "Traceback" in error["details"]
    child.ask(3, "breaks", by=4)
    assert child.receive()["result"] == 0.25


def test_bad_requests_are_answered(child):
    child.receive()
    child.send(b"this is no JSON\n")
    assert child.receive()["error"]["code"] == "bad-message"
    child.send(b"[1, 2]\n")
    assert child.receive()["id"] is None
    child.send(b"\xff\xfe\n")
    assert child.receive()["ok"] is False
    child.ask(4, "no_such_thing")
    answer = child.receive()
    assert answer["id"] == 4
    assert "no_such_thing" in answer["error"]["what"]
    child.send(b'{"id": 5, "op": "echo", "args": 3}\n')
    assert child.receive()["error"]["what"] == "args is no object."
    child.send(b'{"id": 6, "op": ["echo"]}\n')
    assert child.receive()["ok"] is False
    for what in ("nan", "object"):
        child.ask(7, "unsayable", what=what)
        assert child.receive()["error"]["code"] == "unexpected"
    child.ask(8, "echo", value=1)
    assert child.receive()["result"] == 1


@pytest.mark.parametrize("op", ["sleeps", "grips"])
def test_the_end_of_input_ends_it_within_a_second_in_a_long_call(child, op):
    child.receive()
    child.ask(1, op)
    assert child.receive()["event"] == "started"
    assert child.hang_up() == 0
    assert child.process.returncode == 0


def test_the_end_of_input_ends_an_idle_child(child):
    child.receive()
    assert child.hang_up() == 0
    assert child.process.returncode == 0


def test_a_reader_that_is_gone_ends_it(child):
    child.receive()
    child.ask(1, "floods")
    child.receive()
    child.process.stdout.close()
    child.process.wait(timeout=60)
    assert child.process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_an_interrupt_meant_for_the_parent_does_not_end_it(child):
    child.receive()
    child.process.send_signal(signal.SIGINT)
    child.ask(1, "echo", value=1)
    assert child.receive()["result"] == 1


def test_lines():
    assert encode({"id": 1, "ä": "\n"}) == '{"id":1,"ä":"\\n"}\n'.encode()
    assert decode(encode({"a": [1, 2.5, None, "漢"]})) == {"a": [1, 2.5, None, "漢"]}
    assert decode(request(3, "summary", {"path": "m"})) == {"id": 3, "op": "summary", "args": {"path": "m"}}
    assert decode(request(4, "warm")) == {"id": 4, "op": "warm", "args": {}}
    assert encode({"broken": "\ud800"}).endswith(b"\n")
    with pytest.raises(ValueError, match="JSON"):
        encode({"a": math.nan})


@pytest.mark.parametrize("line", [b"", b"nonsense\n", b"3\n", b"\xff\n", b"[" * 200_000])
def test_lines_that_are_no_messages(line):
    with pytest.raises(BadLineError):
        decode(line)


def test_a_line_over_the_limit(monkeypatch):
    monkeypatch.setattr(protocol, "MOST_LINE_BYTES", 10)
    with pytest.raises(BadLineError, match="limit is 10"):
        decode(b'{"a": "12345"}')


@pytest.mark.parametrize(
    "error",
    [
        ContentError("no-such-column", "There is no column x.", where="a.csv", remedy="Choose y."),
        UnsafeError("pickle", "It holds a pickle.", where="a.pkl"),
        PathError("no-such-file", "There is no such file.", where="/a"),
    ],
)
def test_errors_there_and_back(error):
    told = json.loads(json.dumps(error_to_dict(error)))
    back = error_from_dict(told, {1: ContentError, 3: UnsafeError, 4: PathError})
    assert type(back) is type(error)
    assert (back.code, back.what, back.where, back.remedy) == (
        error.code,
        error.what,
        error.where,
        error.remedy,
    )
    worker = error_from_dict(told)
    assert type(worker) is WorkerError
    assert worker.exit_code == error.exit_code
    assert str(worker) == str(error)


def test_other_errors_there_and_back():
    told = error_to_dict(ChoiceError("maxlen", "Maxlen must be 1 or more."))
    assert (told["where"], told["exit_code"]) == ("maxlen", 2)
    again = error_from_dict(told, {1: ContentError})
    assert type(again) is WorkerError
    assert error_to_dict(again) == told
    assert error_to_dict(MemoryError())["what"] == "There is not enough memory for this."
    assert str(error_from_dict({})) == "The child process gave no reason."
    assert error_to_dict(OSError(2, "gone"))["code"] == "unexpected"


def test_the_words_of_an_error_are_made_again_from_what_was_said():
    told = {**error_to_dict(ContentError("a", "plain", remedy="Do.")), "said": {"what": 3, "remedy": 4}}
    assert str(error_from_dict(told)) == "plain Do."
    assert str(error_from_dict(told, from_said=lambda said: f"said {said}.")) == "said 3. said 4."
    assert str(error_from_dict(error_to_dict(ContentError("a", "plain")), from_said=str)) == "plain"


def test_events_without_a_request():
    stream = io.BytesIO()
    Connection(stream).send_event(None, "hello", pid=3)
    assert stream.getvalue() == b'{"event":"hello","pid":3}\n'


def test_the_protocol_needs_the_standard_library_only():
    code = "import sys, padviewer.workers.protocol; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(ROOT)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()} - {"padviewer", "__main__"}
    assert "json" in loaded
    assert loaded <= sys.stdlib_module_names
    assert "padviewer.core" not in done.stdout
