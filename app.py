"""The browser chat. Renders answers, decides nothing."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":  # `youju serve`, which imports this file, but not by this name
    from assistant.command.cli import main

    main(["serve", *sys.argv[1:]])  # ends here

# Before Gradio is imported, which reads these once: nothing may connect anywhere, and Gradio's
# own look at 127.0.0.1 must not go through an office proxy, which does not know this machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = "1"
for _name in ("no_proxy", "NO_PROXY"):
    os.environ[_name] = ",".join(filter(None, [os.environ.get(_name), "127.0.0.1,localhost,::1"]))

# What is imported stays: to look through it for garbage all the while is a sixth of the start.
gc.disable()

from assistant.page.quick_start import one_app, without_stubs  # noqa: E402

without_stubs()

import gradio as gr  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402
from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: E402
from starlette.routing import BaseRoute, Mount  # noqa: E402

from assistant.api import http, mcp  # noqa: E402
from assistant.api.address import HOST, LOOPBACK, in_url, is_loopback  # noqa: E402
from assistant.api.functions import Functions  # noqa: E402
from assistant.library.holdings import ADDED_BYTES  # noqa: E402
from assistant.messages import ZH  # noqa: E402
from assistant.page import layout, theme  # noqa: E402
from assistant.page.opened import Opened  # noqa: E402
from assistant.page.wiring import wire  # noqa: E402

if TYPE_CHECKING:
    from assistant import Assistant

gc.freeze()  # nor later
gc.enable()

EVENTS_AT_ONCE = 16  # clicks are cheap: none waits behind a question
NO_UPLOAD_BYTES = 1024  # served to others, the page takes no documents


def open_assistant(index_dir: Path) -> Assistant:
    """The assistant on an index; what it needs is imported once the page can be served."""
    from assistant import Assistant

    return Assistant.open(index_dir)


def build_page(
    index_dir: Path,
    open_assistant: Callable[[Path], Assistant] = open_assistant,
    host: str = HOST,
) -> tuple[gr.Blocks, Functions]:
    """The page with its events, not yet served, and what programs may call."""
    opened = Opened(index_dir, open_assistant)
    functions = Functions(opened.assistant, opened.line)
    with one_app():
        page = gr.Blocks(title=ZH.title, analytics_enabled=False, fill_width=True)
        with page:
            wire(page, layout.build(ZH), opened, functions, host)
        page.queue(default_concurrency_limit=EVENTS_AT_ONCE)
    threading.Thread(target=opened.warm, daemon=True).start()
    return page, functions


def serve(index_dir: Path, host: str, port: int, *, open_browser: bool = False) -> None:
    """Serve the page until Ctrl+C; whoever calls has seen that the port is free."""
    logging.basicConfig(format="%(message)s")  # before MCP's package decorates what is logged
    page, functions = build_page(index_dir, host=host)
    launch(page, functions, host, port, open_browser=open_browser)
    print(f"有据已启动：{page.local_url}（按 Ctrl+C 停止）", flush=True)
    try:
        while page.is_running:
            time.sleep(1)
    except KeyboardInterrupt:
        print("\n有据已停止。", flush=True)  # on a line of its own, behind the terminal's ^C


def launch(
    page: gr.Blocks, functions: Functions, host: str, port: int, *, open_browser: bool = False
) -> None:
    """Start serving `page` in the background: without files of the machine or telemetry."""
    page.launch(
        server_name=in_url(host),
        server_port=port,
        inbrowser=open_browser,
        prevent_thread_lock=True,
        # Gradio would ask the page for itself, and give up where that takes three seconds: as it
        # may while whoever came first has the model loaded, who then loses the connection.
        _frontend=False,
        share=False,
        quiet=True,
        show_error=True,  # to programs; the page says it in its own words
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
        run_history=False,
        footer_links=[],
        allowed_paths=[],
        max_file_size=ADDED_BYTES if is_loopback(host) else NO_UPLOAD_BYTES,
        mcp_server=False,  # Gradio's own gives Python's notation instead of JSON
        app_kwargs={**_programs(functions, host), "middleware": _guards(host)},
        favicon_path=theme.path("icon.svg"),
        theme=theme.theme(),
        head=theme.head(),
    )


def _programs(functions: Functions, host: str) -> dict[str, Any]:
    """HTTP and MCP as routes before those of the page."""
    tools = mcp.PATH if mcp.is_installed() else ""
    routes: list[BaseRoute] = [Mount(http.PATH, http.build(functions, tools))]
    if not tools:
        print('没有 MCP 工具：需要第 1 版的软件包 mcp（pip install "mcp<2"）', file=sys.stderr)
        return {"routes": routes}
    server = mcp.build(functions, host)
    routes += server.streamable_http_app().routes
    return {"routes": routes, "lifespan": lambda _: server.session_manager.run()}


def _guards(host: str) -> list[Middleware]:
    """On this machine only: refuses what is asked of other names, to which the pages of other
    sites may have bound this address (DNS rebinding) to read the documents.
    """
    if not is_loopback(host):
        return []
    return [Middleware(TrustedHostMiddleware, allowed_hosts=[*LOOPBACK, host])]
