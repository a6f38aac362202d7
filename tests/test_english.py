"""The page in English: no Chinese of the program's own is left, only the documents' words."""

from __future__ import annotations

import ast
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.messages.en.translated import EN_KINDS, EN_REASONS, in_english
from assistant.register.select import KINDS
from index import Index
from tests.browsing import Browser, Page, ask, expect, watched
from tests.conftest import ROOT, serving

HAN = re.compile("[\u4e00-\u9fff]")
UNREADABLE = {
    "a.docx": b"PK",
    "b.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "c.pdf": b"%PDF",
    "d.txt": b" ",
    "e.txt": bytes(range(128, 256)) * 9,
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page on the default document and files that cannot be read."""
    from assistant.library.indexing import update_index

    folder = tmp_path_factory.mktemp("english")
    for file in (ROOT / "corpus" / "documents").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    for name, data in UNREADABLE.items():
        (folder / name).write_bytes(data)
    update_index(folder / "data" / "index", [folder])
    with serving(folder / "data" / "index") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with watched(browser, address, locale="en-US") as page:
        yield page


WIDTH = """(element) => {
  const quote = Object.assign(document.createElement("span"), { textContent: "“" });
  element.append(quote);
  const width = quote.getBoundingClientRect().width / parseFloat(getComputedStyle(quote).fontSize);
  quote.remove();
  return width;
}"""  # of a curly quote there, in em


def test_curly_quotes_are_narrow_but_in_what_the_documents_say(
    browser: Browser, address: str
) -> None:
    widths = []
    for language, scheme in (("en-US", "dark"), ("en-US", "light"), ("zh-CN", "light")):
        with watched(browser, address, locale=language, color_scheme=scheme) as page:
            ask(page, "谁建议设立LME交割库？")
            parts = (page.locator(part).first for part in (".foot .rate", ".card blockquote"))
            widths.append([part.evaluate(WIDTH) for part in parts])
    (dark, _), (english, quoted), (chinese, in_chinese) = widths
    assert dark == english < 0.6 and quoted == in_chinese
    assert english < chinese or chinese < 0.6  # where no Chinese font is installed


def test_an_answer_is_counted_and_copied_in_english(page: Page) -> None:
    ask(page, "来自企业的代表有多少位？")
    expect(page.locator(".lead")).to_contain_text("People: 6")
    expect(page.locator(".lead")).not_to_contain_text("共")
    copy = page.locator(".foot [data-do=copy]")
    assert (copy.last.get_attribute("data-copy") or "").startswith("People: 6\n")
    ask(page, "张三丰建议了什么？")
    assert (copy.last.get_attribute("data-copy") or "").startswith("The documents do not mention")


def test_the_register_is_counted_filtered_and_exported_in_english(page: Page) -> None:
    page.click("#tabs [data-room=register]")
    options = page.locator("#register [name=kind] option")
    expect(options.filter(has_text="Companies")).to_have_count(1)
    assert not [text for text in options.all_inner_texts() if HAN.search(text)]
    page.locator("#register .bar", has_text="Companies").click()
    expect(page.locator("#register [name=kind]")).to_have_value("企业")  # as the register says it
    with page.expect_download() as download:
        page.click("#register [data-kind=csv]")
    head = next(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert "Proposal" in head and not HAN.search("".join(head))


def test_why_a_file_could_not_be_read_is_said_in_english(page: Page) -> None:
    page.click("#tabs [data-room=library]")
    reasons = page.locator("#library .reason")
    expect(reasons).to_have_count(len(UNREADABLE))
    assert not [text for text in reasons.all_inner_texts() if HAN.search(text)]


def test_why_there_is_no_index_is_said_in_english(tmp_path: Path) -> None:
    for folder in (tmp_path / "missing", tmp_path / "broken"):
        folder.mkdir()
    (tmp_path / "broken" / "CURRENT").write_text("gone\n")
    for folder in (tmp_path / "missing", tmp_path / "broken"):
        with pytest.raises(RuntimeError) as raised:
            Index.open(folder)
        assert HAN.search(str(raised.value))
        assert not HAN.search(in_english(str(raised.value)))


def test_every_reason_is_one_that_is_given() -> None:
    given = "".join(
        re.sub(r'"\s*f?"', "", file.read_text("utf-8"))
        for package in ("corpus", "index")
        for file in (ROOT / package).glob("*.py")
    )
    assert [said for said in EN_REASONS if said.split("{")[0] not in given] == []


def test_every_reason_that_is_given_is_said_in_english() -> None:
    given = [*given_in("corpus"), *given_in("index")]
    assert len(given) > 15
    assert [text for text in given if HAN.search(in_english(text.removeprefix("x：")))] == []


def given_in(package: str) -> Iterator[str]:
    """What the package raises in Chinese, with an x for what is put in."""
    for file in (ROOT / package).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
                said = node.exc.args[0]
                parts = said.values if isinstance(said, ast.JoinedStr) else [said]
                text = "".join(str(getattr(part, "value", "x")) for part in parts)
                text = re.sub("<ast[^>]*>", "x", text)
                if HAN.search(text):
                    yield text


def test_every_kind_of_organisation_has_a_name() -> None:
    assert EN_KINDS.keys() == {*KINDS, "其他"}
