"""Whether the page can be served at an address: known before anything slow is imported."""

from __future__ import annotations

import errno
import os
import socket

from assistant.messages import ZH


class PortTakenError(RuntimeError):
    """The page cannot be served there; most often another program is."""


def require_free(host: str, port: int) -> None:
    """PortTakenError says why not, and what to do."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTakenError(_why_not(host, port, error)) from None


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return ZH.port_taken.format(port=port, next_port=port + 1)
    return ZH.address_refused.format(host=host, port=port, reason=error.strerror)
