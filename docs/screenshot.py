"""Make docs/chat.png anew: a question, its answer, and the source opened at the quote.

youju index && youju serve      # in another terminal
python docs/screenshot.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ADDRESS = "http://127.0.0.1:7860/"
CHROMIUM = "/usr/bin/chromium"
QUESTIONS = ("谁建议在上海建立交割库？", "他还建议了什么？")
WAIT_MS = 120_000  # the first question waits for the model


def main(address: str) -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": 1360, "height": 820}, locale="zh-CN", color_scheme="light"
        )
        page.goto(address)
        page.wait_for_selector("#chat .welcome", timeout=WAIT_MS)
        for number, question in enumerate(QUESTIONS, start=1):
            page.fill("#question textarea", question, timeout=WAIT_MS)
            page.press("#question textarea", "Enter")
            page.wait_for_function(
                f"document.querySelectorAll('.turn').length === {number}"
                " && !document.querySelector('.pending')",
                timeout=WAIT_MS,
            )
        page.locator(".turn").first.locator(".lead .cite").first.click()
        page.wait_for_selector("#source mark")
        page.wait_for_timeout(800)  # until the scrolling is over
        page.screenshot(path=Path(__file__).with_name("chat.png"))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ADDRESS)
