"""What `youju serve` says on the terminal."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, answering, free_port


def test_a_taken_port_is_said_before_anything_slow_is_imported() -> None:
    code = (
        "import sys\n"
        "from assistant.command.cli import main\n"
        "try:\n    main(['serve', '--port', sys.argv[1]])\n"
        "except SystemExit as end:\n    print(end.code, 'gradio' in sys.modules)"
    )
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        command = [sys.executable, "-c", code, str(port)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "1 False"
    assert done.stderr.count("\n") == 1 and f"--port {port + 1}" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_without_an_index_it_serves_and_says_what_to_do_until_ctrl_c(tmp_path: Path) -> None:
    port, index = free_port(), tmp_path / "none"
    command = [sys.executable, "-m", "assistant", "--index", str(index), "serve"]
    process = subprocess.Popen(
        [*command, "--port", str(port)], cwd=ROOT, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline().strip() == "正在启动……"
    assert process.stdout.readline().startswith(f"有据已启动：{answering(port)}")
    process.send_signal(signal.SIGINT)
    said, warned = process.communicate(timeout=30)
    assert (process.returncode, said.strip()) == (0, "有据已停止。")
    assert warned.strip() in ("", f"没有索引：{index}；请先运行 youju index")
