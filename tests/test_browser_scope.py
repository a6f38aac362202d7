"""The scope in a real browser: chosen, kept, removed, left below a refusal."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image

from assistant.library.indexing import update_index
from tests.browsing import Browser, Page, Route, ask, expect, reload, watched
from tests.conftest import serving
from tests.fake_encoder import documents
from tests.test_scope import TEXTS

IMPORTS = "锂矿进口量是多少？"
ELSEWHERE = "稀土库存是多少？"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("scope")
    update_index(folder / "index", [documents(folder / "in", TEXTS)])
    with serving(folder / "index") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with watched(browser, address, viewport={"width": 1440, "height": 900}) as page:
        yield page


def choose(page: Page, *ticks: str) -> None:
    """Open the panel, tick, and apply."""
    page.click("#scope [data-do=enter]")
    expect(page.locator("#scope .filter")).to_be_focused()
    for tick in ticks:
        page.click(f"#scope .panel {tick}")
    page.click("#scope [data-do=apply]")
    expect(page.locator("#scope .panel")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_ticked_looks_ticked(browser: Browser, address: str, scheme: str) -> None:
    with watched(browser, address, color_scheme=scheme) as page:
        page.click("#scope [data-do=enter]")
        box = page.locator("#scope li input").first
        accent = box.evaluate("(box) => getComputedStyle(box).accentColor")
        for ticked in (False, True):
            drawn = Image.open(io.BytesIO(box.screenshot())).convert("RGB")
            colours = {f"rgb{colour}" for _, colour in drawn.getcolors(1000) or ()}
            assert (accent in colours) == ticked
            assert scheme == "light" or "rgb(255, 255, 255)" not in colours
            box.check()
            page.locator("#scope .foot").hover()


def test_a_finger_opens_the_scope_without_the_keyboard(browser: Browser, address: str) -> None:
    phone = {"width": 390, "height": 844}
    with watched(browser, address, viewport=phone, has_touch=True, is_mobile=True) as page:
        page.tap("#scope [data-do=enter]")
        expect(page.locator("#scope [data-count]")).to_contain_text("已选 0")
        expect(page.locator("#scope .filter")).not_to_be_focused()


def test_who_goes_on_elsewhere_keeps_the_focus_when_the_panel_closes_late(page: Page) -> None:
    expect(page.locator(".welcome .next")).to_be_visible()  # no more of that is sent
    page.click("#scope [data-do=enter]")
    expect(page.locator("#scope .filter")).to_be_focused()
    held: list[Route] = []
    # For as long as the page lives: what is sent while a route is taken off is lost.
    page.route("**/run/predict*", lambda one: one.continue_() if held else held.append(one))
    with page.expect_request("**/run/predict*"):
        page.keyboard.press("Escape")
    page.focus("#question textarea")
    held[0].continue_()
    expect(page.locator("#scope .panel")).to_have_count(0)
    page.wait_for_timeout(300)  # Gradio tells of it a little later
    expect(page.locator("#question textarea")).to_be_focused()


def test_what_is_asked_at_once_keeps_to_the_scope_just_chosen(page: Page) -> None:
    held: list[Route] = []
    page.click("#scope [data-do=enter]")
    page.click('#scope .panel [data-folder="2023/"]')
    # For as long as the page lives: what is sent while a route is taken off is lost.
    page.route("**/run/predict*", lambda one: one.continue_() if held else held.append(one))
    with page.expect_request("**/run/predict*"):
        page.click("#scope [data-do=apply]")
    page.fill("#question textarea", IMPORTS)
    page.press("#question textarea", "Enter")
    page.wait_for_timeout(500)
    held[0].continue_()
    expect(page.locator(".turn .within")).to_contain_text("2023/")
    expect(page.locator(".turn")).to_have_count(1)
    page.click("#new")
    page.fill("#question textarea", ELSEWHERE)
    page.press("#question textarea", "Enter")
    expect(page.locator(".question > p")).to_have_text([ELSEWHERE])


def test_a_folder_is_chosen_kept_used_and_left(page: Page) -> None:
    choose(page, '[data-folder="2023/"]')
    chip = page.locator("#scope .chip > span")
    expect(chip).to_have_text("2023/")
    expect(page.locator("#scope [data-do=enter]")).to_be_focused()
    ask(page, IMPORTS)
    expect(page.locator(".within")).to_contain_text("2023/")
    expect(page.locator(".card blockquote").first).to_contain_text("300万吨")
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".toast-body")).to_have_count(0)  # where Gradio shows what failed
    reload(page)
    expect(chip).to_have_text("2023/")
    page.click("#new")
    expect(chip).to_have_count(0)
    page.click("#history")
    page.click("#drawer .row")
    expect(chip).to_have_text("2023/")
    page.click("#scope .chip button")
    expect(chip).to_have_count(0)
    ask(page, ELSEWHERE)
    expect(page.locator(".turn").last.locator(".within")).to_have_count(0)


def test_a_refusal_within_a_scope_offers_to_ask_everywhere(page: Page) -> None:
    choose(page, "label >> nth=0", "label >> nth=1")
    ask(page, ELSEWHERE)
    expect(page.locator(".refusal")).to_contain_text("所选文档中")
    page.click("[data-everywhere]")
    expect(page.locator(".card blockquote").first).to_contain_text("20万吨")
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator("#scope .chip")).to_be_visible()


def test_documents_are_filtered_ticked_and_counted(page: Page) -> None:
    page.click("#scope [data-do=enter]")
    page.fill("#scope .filter", "回访")
    expect(page.locator("#scope li:visible")).to_have_count(1)
    page.click("#scope [data-do=all]")
    expect(page.locator("#scope [data-count]")).to_contain_text("1 / 3")
    folder = page.locator('#scope [data-folder="2024/"]')
    expect(folder).to_have_attribute("aria-pressed", "true")
    folder.click()
    expect(page.locator("#scope [data-count]")).to_contain_text("0 / 3")
    page.keyboard.press("Escape")
    expect(page.locator("#scope .panel")).to_have_count(0)
    expect(page.locator("#scope .chip")).to_have_count(0)


def test_of_more_years_than_are_shown_the_next_are_cut_in_half(page: Page) -> None:
    page.click("#scope [data-do=enter]")
    years = page.locator("#scope .groups > div").first
    assert years.evaluate(
        """(box) => {
          for (let n = 0; n < 100; n += 1) box.append(box.firstChild.cloneNode(true));
          const { bottom } = box.getBoundingClientRect();
          return [...box.children].some((one) => {
            const { top, height } = one.getBoundingClientRect();
            return Math.abs(top + height / 2 - bottom) < height / 4;
          });
        }"""
    )


def test_on_a_phone_in_english(browser: Browser, address: str) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "locale": "en-GB"}
    with watched(browser, address, **phone) as page:
        choose(page, "label >> nth=2")
        expect(page.locator("#scope")).to_contain_text("Scope:")
        expect(page.locator("#scope .chip > span")).to_have_text("稀土简报")
        page.click("#scope [data-do=enter]")
        expect(page.locator("#scope li").first).to_contain_text("稀土简报")  # what is chosen
        expect(page.locator("#scope li input").first).to_be_checked()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_inspector_keeps_to_the_scope_of_the_turn(page: Page) -> None:
    choose(page, '[data-folder="2023/"]')
    ask(page, IMPORTS)
    page.click("[data-do=inspect]")
    titles = page.locator("#inspector .strip > span")
    expect(titles).to_have_text(["《锂矿调研》"])
    within = page.locator("#inspector .within")
    expect(within).to_contain_text("2023/")
    page.fill("#inspector form.look input", ELSEWHERE)  # a question of its own, in the same scope
    page.press("#inspector form.look input", "Enter")
    expect(page.locator("#inspector p.no")).to_be_visible()
    expect(titles).to_have_text(["《锂矿调研》"])
    page.click("#inspector [data-mode=years]")
    years = page.locator("#inspector [data-mode=years]")
    expect(years).to_have_attribute("aria-pressed", "true")
    page.fill("#inspector form.look input", "锂矿")
    page.press("#inspector form.look input", "Enter")
    expect(titles).to_have_text(["《锂矿调研》"])
    within.locator("button").click()
    expect(within).to_have_count(0)
    expect(page.locator("#inspector form.look input")).to_be_focused()
    expect(titles.nth(1)).to_be_visible()


def test_suggestions_are_answered_within_the_scope(page: Page) -> None:
    choose(page, '[data-folder="2023/"]')
    ask(page, ELSEWHERE)
    page.locator(".next button").first.click()
    turn = page.locator(".turn").last
    expect(turn.locator(".card").first).to_be_visible(timeout=60_000)
    expect(turn.locator(".within")).to_contain_text("2023/")
    expect(turn.locator(".from h3")).to_have_text(["《锂矿调研》"])
