"""Where the page is served: whether it can be, and who can reach it; known before anything slow is
imported.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import socket

HOST, PORT = "127.0.0.1", 7860  # unless another is asked for
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")  # as programs call this machine


class PortTakenError(RuntimeError):
    """The page cannot be served there; most often another program is."""


def require_free(host: str, port: int) -> None:
    """PortTakenError says why not, and what to do."""
    # Whatever the address, Gradio wants the port of 127.0.0.1 to be free, too.
    for each in dict.fromkeys((host, "127.0.0.1")):
        try:
            _bind(each, port)
        except OSError as error:
            raise PortTakenError(_why_not(each, port, error)) from None


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`.

    >>> [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "a.example")]
    [True, True, True, False, False]
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def in_url(host: str) -> str:
    """As it stands in a URL, where IPv6 is in brackets, lest its colons begin a port.

    >>> in_url("127.0.0.1"), in_url("::1")
    ('127.0.0.1', '[::1]')
    """
    return f"[{host}]" if ":" in host else host


def _bind(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name != "nt":  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用；请换一个端口，例如 --port {port + 1}"
    where = f"{in_url(host)}:{port}"
    why = "找不到这个名称" if isinstance(error, socket.gaierror) else error.strerror
    return f"无法在 {where} 启动（{why}）；请换地址或端口，例如 --host 127.0.0.1"
