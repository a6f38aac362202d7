"""A question that is restricted to some documents: nothing of any other is answered or named."""

from __future__ import annotations

import json
import re

import gradio as gr
import pytest
from fastapi.testclient import TestClient

from assistant import Assistant
from assistant.api import http
from assistant.api.functions import Functions
from assistant.api.line import Line
from assistant.library.scope import DocumentMissingError, folders, resolve, shortened
from assistant.messages import EN, ZH, worded
from assistant.page import export
from assistant.page import shelf as shelves
from assistant.page.events import Chat
from assistant.page.links import named
from assistant.page.opened import Opened
from assistant.page.references import References
from assistant.page.scope import Scope, _panel, render_scope
from assistant.page.shelf import Shelf
from assistant.page.suggestions import Suggestions
from corpus.types import Document
from tests.conftest import Run, asking
from tests.pieces import as_markdown

TEXTS = {
    "2023/锂矿调研.txt": """锂矿调研

本刊编辑部

一、保障供应

全国人大代表、青山矿业董事长张三建议设立锂矿储备基地，并说明理由。2023年锂矿进口量达到300万吨。
张三还建议统一盐湖提锂的环保标准。全国政协委员、海东大学教授孙七建议培养盐湖化工人才。
""",
    "2024/锂矿回访.txt": """锂矿回访

地质学会

一、保障供应

全国政协委员、红河大学教授李四建议设立锂矿交易中心，并说明理由。2024年锂矿进口量达到450万吨。
全国人大代表、东湖矿业董事长王五建议开放锂矿勘查权。
""",
    "稀土第3期.txt": "稀土简报\n\n全国人大代表赵六建议完善稀土追溯制度。稀土库存达到20万吨。\n",
}
FIRST, SECOND, THIRD = sorted(TEXTS)


assistant = asking(TEXTS)


@pytest.mark.parametrize(
    ("wanted", "paths"),
    [
        (None, None),
        ([], []),
        ([THIRD], [THIRD]),
        (["2023"], [FIRST]),
        (["./2023/", THIRD], [FIRST, THIRD]),
        (["20??"], [FIRST, SECOND]),
        (["*锂矿*"], [FIRST, SECOND]),
        ([FIRST, "2023/*.txt"], [FIRST]),
    ],
)
def test_an_entry_is_a_path_a_folder_or_a_pattern(
    wanted: list[str] | None, paths: list[str] | None
) -> None:
    documents = [Document(path, text, path) for path, text in sorted(TEXTS.items())]
    assert resolve(documents, wanted) == paths


@pytest.mark.parametrize(
    ("path", "entry"), [("a[1].txt", "a[1].txt"), ("[23]/a.txt", "[23]/"), ("[23]/a.txt", "[23]")]
)
def test_brackets_in_a_name_are_only_brackets(path: str, entry: str) -> None:
    documents = [Document(one, "甲", "甲") for one in (path, "a1.txt", "2/a.txt")]
    assert resolve(documents, [entry]) == [path]
    assert _panel(documents, [entry], ZH).count(" checked") == 1


def test_documents_stand_as_their_years_do_the_newest_first() -> None:
    titles = ["2021年年报", "章程", "2023年年报", "2022年年报"]
    documents = [Document(path=f"{title}.txt", text="甲", title=title) for title in titles]
    shown = _panel(documents, ["章程.txt"], ZH)
    years = re.findall(r'data-year="(\d*)"', shown)
    assert years == ["2023", "2022", "2021", "", "2023", "2022", "2021"]  # what is chosen leads


def test_folders_are_found_at_any_depth() -> None:
    assert folders(["a/b/c.txt", "a/d.txt", "e.txt"]) == ["a/", "a/b/"]


@pytest.mark.parametrize("wanted", ["锂矿", "2023/锂矿调查.txt"])
def test_an_unknown_document_is_an_error_with_the_nearest(
    assistant: Assistant, wanted: str
) -> None:
    with pytest.raises(DocumentMissingError, match=r"锂矿调研\.txt"):
        assistant.ask("谁？", documents=[wanted])
    with pytest.raises(DocumentMissingError):
        assistant.search("锂矿", documents=[""])


# Every way to an answer: the answer stands in FIRST, and everywhere in what is said of the others.
QUESTIONS = [
    "谁建议设立锂矿储备基地？",  # sentences
    "哪些代表来自企业？",  # a group
    "哪些委员来自高校？",
    "张三提出了哪些建议？",  # a person's proposals
    "孙七是谁？",  # an identity
    "和张三关注同一主题的还有谁？",
    "张三和孙七分别建议了什么？",
    "锂矿进口量是多少？",
    "这份报告的作者是谁？",  # the head of the document
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_the_documents_asked_for_are_quoted(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, documents=["2023"])
    assert answer.answered
    assert {quote.document for quote in answer.quotes} == {FIRST}
    assert not any(name in answer.text for name in ("李四", "王五", "赵六"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_stands_elsewhere_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, documents=[THIRD])
    shown = {quote.document for quote in answer.quotes} | {one.document for one in answer.related}
    assert shown <= {THIRD}
    assert "张三" not in answer.text or not answer.answered


def test_a_refusal_says_that_it_is_of_the_documents_chosen(assistant: Assistant) -> None:
    alone = assistant.ask("张三提出了哪些建议？", documents=["2024", THIRD])
    assert alone.text == ZH.nobody_named_within.format(names="张三")
    assert worded(alone.said[0], EN) == EN.nobody_named_within.format(names="张三")
    figure = assistant.ask("稀土库存是多少？", documents=["2023"])
    assert figure.text == ZH.no_evidence_within
    assert assistant.ask("稀土库存是多少？").answered


def test_words_are_looked_up_in_the_same_sentences_as_without(assistant: Assistant) -> None:
    reader = assistant._current()
    within = [reader.within([path]).plain_text for path in (FIRST, SECOND, THIRD)]
    assert "\n".join(within) == reader.plain_text


def test_a_follow_up_stays_within(assistant: Assistant) -> None:
    before = "谁建议设立锂矿储备基地？"
    answer = assistant.ask("他还建议了什么？", [before], documents=["2023"])
    assert "张三" in answer.resolved_question
    assert "环保标准" in answer.quotes[0].text


def test_passages_and_examples_stay_within(assistant: Assistant) -> None:
    assert {one.document for one in assistant.search("锂矿", documents=["2024"])} == {SECOND}
    examples = assistant.examples(4, documents=[THIRD])
    assert examples and all("张三" not in one for one in examples)


def test_without_documents_there_is_nothing(assistant: Assistant) -> None:
    assert assistant.search("锂矿", documents=[]) == []
    assert not assistant.ask("锂矿进口量是多少？", documents=[]).answered


def test_the_command_line_keeps_to_documents(run: Run, assistant: Assistant) -> None:
    index = assistant.index.folder
    lines = "\n".join(
        json.dumps({"question": QUESTIONS[0], "documents": documents}, ensure_ascii=False)
        for documents in ([], ["2024"])
    )
    asked = run("ask", "--jsonl", "-", "--document", "2023", "--index", index, stdin=lines)
    first, second = map(json.loads, asked.out.splitlines())
    assert {quote["document"] for quote in first["quotes"]} == {FIRST}
    assert FIRST not in {one["document"] for one in (*second["quotes"], *second["related"])}
    found = run("search", "锂矿", "--json", "--document", "*回访*", "--index", index)
    assert {one["document"] for one in json.loads(found.out)} == {SECOND}


def test_an_unknown_document_is_one_line_on_the_command_line(
    run: Run, assistant: Assistant
) -> None:
    done = run("ask", "谁？", "--document", "稀土", "--index", assistant.index.folder)
    assert done.status == 1 and done.err.count("\n") == 1
    assert THIRD in done.err


def test_programs_keep_to_documents(assistant: Assistant) -> None:
    client = TestClient(http.build(Functions(lambda: assistant, Line()), ""))
    asked = {"question": "锂矿进口量是多少？", "documents": ["2024"]}
    for answer in (client.post("/ask", json=asked), client.get("/ask", params=asked)):
        assert [quote["document"] for quote in answer.json()["quotes"]] == [SECOND]
    found = client.get("/retrieve", params={"query": "锂矿", "documents": [FIRST, THIRD]}).json()
    assert {one["document"] for one in found} == {FIRST, THIRD}
    everywhere = client.get("/retrieve", params={"query": "锂矿", "documents": ""}).json()
    assert {one["document"] for one in everywhere} == {FIRST, SECOND, THIRD}
    unknown = client.post("/ask", json={"question": "谁？", "documents": ["稀土"]})
    assert unknown.status_code == 404 and THIRD in unknown.json()["detail"]


# the page


@pytest.fixture
def opened(assistant: Assistant) -> Opened:
    return Opened(assistant.index.folder, lambda _: assistant)


@pytest.fixture
def chat(opened: Opened) -> Chat:
    return Chat(opened)


def event(**data: object) -> gr.EventData:
    return gr.EventData(None, data)


def test_what_is_all_of_a_folder_is_kept_as_the_folder() -> None:
    paths = ["a/b/1.txt", "a/b/2.txt", "a/3.txt", "4.txt"]
    assert shortened(paths, ["a/b/2.txt", "a/b/1.txt"]) == ("a/b/",)
    assert shortened(paths, paths[:3]) == ("a/",)
    assert shortened(paths, [paths[3], paths[0]]) == ("a/b/1.txt", "4.txt")
    assert shortened(paths, paths) == ()


def test_a_scope_is_kept_with_its_conversation_and_said_in_the_export(
    opened: Opened, chat: Chat
) -> None:
    _, stored, _ = Scope(opened, chat).limit(None, None, "zh", event(documents=[FIRST]))
    examples = " ".join(Suggestions(opened).suggest(stored)["questions"])
    assert "赵六" not in examples and "张三" in examples
    *_, (_, _, _, asked, *_) = chat.ask("张三提出了哪些建议？", stored, "zh")
    _, shown, stored, *_ = chat.land(asked, stored, "zh")
    assert "范围：2023/" in shown
    text = as_markdown(shelves.load(stored).current)
    assert "范围：2023/" in text
    _, fresh, *_ = chat.start_new(stored, "zh")
    assert shelves.load(fresh).current.scope == ()
    assert shelves.load(fresh).others[0].scope == ("2023/",)


def test_a_turn_is_asked_again_within_the_same_or_everywhere(opened: Opened, chat: Chat) -> None:
    _, stored, _ = Scope(opened, chat).limit(None, None, "en", event(documents=[THIRD]))
    *_, (_, _, _, asked, *_) = chat.ask("谁建议设立锂矿储备基地？", stored, "en")
    _, shown, stored, *_ = chat.land(asked, stored, "en")
    assert EN.no_evidence_within in shown and EN.scope_everywhere in shown
    assert "Scope: 稀土简报" in shown  # by its title
    text = export.as_markdown(
        shelves.load(stored).current, EN, "", References(EN, opened.document, "")
    )
    assert "Scope: 稀土简报" in text
    *_, (_, _, _, asked, *_) = chat.retry(stored, "en", event(turn="0", everywhere="yes"))
    _, shown, stored, *_ = chat.land(asked, stored, "en")
    assert "card" in shown and EN.scope_everywhere not in shown
    *_, (_, _, _, asked, *_) = chat.retry(stored, "en", event(turn="0"))
    _, shown, stored, *_ = chat.land(asked, stored, "en")
    assert "card" in shown and shelves.load(stored).current.scope == (THIRD,)


def test_a_document_of_the_scope_that_is_gone_is_named(chat: Chat) -> None:
    stored = shelves.dump(Shelf().within(("旧.txt",)))
    *_, (_, _, _, asked, *_) = chat.ask("谁？说了什么", stored, "zh")
    _, shown, *_ = chat.land(asked, stored, "zh")
    assert ZH.scope_missing.format(document="旧.txt") in shown
    assert ZH.welcome in chat.render(shelves.load(stored), ZH)


def test_how_many_documents_it_is_comes_first_as_the_end_is_cut_off_on_a_phone() -> None:
    scope = [f"{name}.txt" for name in "甲乙丙"]
    assert named(scope, ZH, lambda _: None).startswith("共 3 项：甲")
    assert named(scope, EN, lambda _: None).startswith("3 in all: 甲")
    assert named(scope[:2], ZH, lambda _: None) == "甲、乙"


def test_a_hostile_name_is_only_text() -> None:
    hostile = '<img src=x onerror="alert(1)">'
    document = Document(f"{hostile}/{hostile}.txt", "甲", hostile, date="2024")
    shown = render_scope([document.path], lambda _: document, ZH, _panel([document], [], ZH))
    assert "<img" not in shown
