"""Real Chromium for tests: a page that is watched, and what a user does on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

__all__ = [
    "PHONE",
    "APIResponse",
    "Browser",
    "Locator",
    "Page",
    "Route",
    "ask",
    "expect",
    "holding",
    "in_view",
    "launched",
    "leaving",
    "reload",
    "watched",
]

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True,
}  # fmt: skip

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
# The first: pages below the address bar, which nobody sees here; every window would load them, at
# a third of what a page of ours takes. The last of two such lists counts: the rest is Playwright's.
NOT_NEEDED = [
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades",
    "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints",
    "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning",
]  # fmt: skip


def _missing() -> str:
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "playwright is not installed"
    return "" if CHROMIUM.exists() else f"{CHROMIUM} is not installed"


if _missing() and not os.environ.get("YOUJU_REQUIRE_BROWSER"):
    pytest.skip(_missing(), allow_module_level=True)

from playwright.sync_api import (  # noqa: E402
    APIResponse,
    Browser,
    Locator,
    Page,
    Route,
    expect,
    sync_playwright,
)

_leaving: set[Page] = set()  # about to be reloaded or closed

# Looked for with every frame that is drawn, while what `expect` waits for is looked for after 0.1,
# 0.35, 0.85, 1.85 seconds, and is there long before: these two are waited for hundreds of times.
BEGUN = "() => document.querySelector('#chat .welcome, #chat .turn')"
ANSWERED = """(turns) => document.querySelectorAll(".turn").length === turns
  && !document.querySelector(".pending")"""

expect.set_options(timeout=30_000)  # ms; a busy machine answers late, and late is not wrong here


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium until the block ends."""
    arguments = [*ARGUMENTS, f"--disable-features={','.join(NOT_NEEDED)}"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@contextmanager
def watched(browser: Browser, address: str, **context: Any) -> Iterator[Page]:
    """A page that must neither complain nor connect anywhere but to its own server."""
    problems: list[str] = []
    opened = browser.new_context(**{"locale": "zh-CN", **context})
    page = opened.new_page()

    def complain(problem: str) -> None:
        if page not in _leaving:
            problems.append(problem)

    page.on("console", lambda m: complain(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complain(str(error)))
    page.on("request", lambda r: None if _here(r.url, address) else problems.append(r.url))
    page.goto(address)
    page.wait_for_function(BEGUN, timeout=60_000)
    yield page
    _leaving.add(page)
    opened.close()
    _leaving.discard(page)
    assert not problems, problems


def _here(url: str, address: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.netloc == urlsplit(address).netloc


@contextmanager
def holding(page: Page) -> Iterator[list[Route]]:
    """The first of what is sent to Python is held back, and stands in the list; the rest passes."""
    held: list[Route] = []

    def first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/queue/join*", first)
    yield held
    page.unroute("**/queue/join*")


def ask(page: Page, question: str) -> None:
    """Ask, and wait for what comes of it."""
    turns = page.locator(".turn").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_function(ANSWERED, arg=turns + 1, timeout=60_000)


def reload(page: Page) -> None:
    """Reload. Gradio calls it an error on the console when that cuts off what is on its way, as
    something always is while an update is watched: what a page says while it goes does not count,
    nor when it is closed.
    """
    with leaving(page):
        page.reload(wait_until="commit")
    page.wait_for_load_state()


@contextmanager
def leaving(page: Page) -> Iterator[None]:
    """While a page is reloaded, also by itself, what it had asked for is called off."""
    _leaving.add(page)
    yield
    _leaving.discard(page)


def in_view(page: Page, selector: str) -> bool:
    """Whether an element lies within the scrolled part of the source."""
    shown: bool = page.evaluate(
        """(selector) => {
          const mark = document.querySelector(selector).getBoundingClientRect();
          const box = document.querySelector("#source .text").getBoundingClientRect();
          return mark.top >= box.top && mark.top < box.bottom;
        }""",
        selector,
    )
    return shown
