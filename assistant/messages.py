"""Every sentence a user sees, once per language. Names in braces are filled in by the caller."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """The sentences of one language."""

    # the page as a whole
    html_language: str
    title: str
    tagline: str
    other_language: str  # the button that switches, in the language it switches to
    welcome: str
    welcome_detail: str
    examples_label: str

    # asking
    question_label: str
    question_placeholder: str
    send: str
    stop: str
    searching: str
    opening: str

    # an answer
    your_question: str
    answer_label: str
    understood_as: str
    quotes_label: str
    open_quote: str
    page_number: str
    confidence: str
    confidence_high: str
    confidence_medium: str
    confidence_low: str
    confidence_help: str
    elapsed: str
    related_label: str
    copy: str
    copied: str
    retry: str
    edit: str
    save_edit: str
    cancel_edit: str

    rate_up: str
    rate_down: str
    rate_reason: str
    rate_send: str

    # conversations and documents
    new_chat: str
    history: str
    history_empty: str
    history_note: str
    rename: str
    save_name: str
    delete: str
    untitled: str
    export_markdown: str
    export_word: str
    exported_on: str
    sources: str
    documents: str
    documents_empty: str
    find_documents: str
    characters: str
    pages: str
    chunks: str

    # the source beside the chat
    source_label: str
    close: str
    previous_quote: str
    next_quote: str
    quote_position: str
    load_earlier: str
    load_later: str
    copy_link: str
    keys_hint: str
    outline: str
    find: str
    find_position: str
    find_none: str
    find_previous: str
    find_next: str
    document_missing: str
    document_changed: str

    # what an answer itself says
    no_evidence: str
    nobody_named: str
    no_document_of: str
    greeting: str
    thanks: str
    farewell: str
    about_assistant: str
    not_my_task: str

    # what goes wrong
    not_ready: str
    index_command: str
    index_then: str
    failed: str
    too_long: str
    port_taken: str
    address_refused: str
    serving: str


ZH = Messages(
    html_language="zh-CN",
    title="有据",
    tagline="每一句回答都是原文，每一条引文都能核对",
    other_language="English",
    welcome="向文档提问",
    welcome_detail="回答只引用文档里的原话，并标明出处；文档里没有依据时，会直接告诉您没有。",
    examples_label="可以这样问",
    question_label="问题",
    question_placeholder="就文档内容提问",
    send="发送",
    stop="停止",
    searching="正在查找依据…",
    opening="正在打开索引…",
    your_question="您的问题",
    answer_label="回答",
    understood_as="按此理解：",
    quotes_label="引文",
    open_quote="在原文中查看引文 {n}",
    page_number="第 {page} 页",
    confidence="把握",
    confidence_high="较高",
    confidence_medium="中等",
    confidence_low="较低",
    confidence_help="第一条引文回答了问题的估计概率：{percent}%",
    elapsed="用时 {seconds} 秒",
    related_label="相关内容（不是答案）",
    copy="复制",
    copied="已复制",
    retry="重试",
    edit="编辑",
    save_edit="重新提问",
    cancel_edit="取消",
    rate_up="有用",
    rate_down="有误",
    rate_reason="哪里不对？（可不填，只保存在本机）",
    rate_send="提交",
    new_chat="新对话",
    history="历史",
    history_empty="还没有对话。",
    history_note="对话只保存在这个浏览器里。",
    rename="改名",
    save_name="保存",
    delete="删除",
    untitled="当前对话",
    export_markdown="导出 Markdown",
    export_word="导出 Word",
    exported_on="导出时间：{time}",
    sources="出处",
    documents="文档",
    documents_empty="索引里还没有文档。",
    find_documents="按标题或文件名筛选",
    characters="{count} 字",
    pages="{count} 页",
    chunks="{count} 段",
    source_label="原文",
    close="关闭原文",
    previous_quote="上一条引文",
    next_quote="下一条引文",
    quote_position="引文 {n} / {of}",
    load_earlier="显示前文",
    load_later="显示后文",
    copy_link="复制链接",
    keys_hint="Alt + ← / → 切换引文，Esc 关闭",
    outline="目录",
    find="在文档中查找",
    find_position="查找“{words}” {n} / {of}",
    find_none="没有找到“{words}”",
    find_previous="上一处",
    find_next="下一处",
    document_missing="索引中没有这份文档：{document}。文档可能已被移走；请重新提问。",
    document_changed="文档在这次回答之后已更新，原位置的文字与引文不同，因此不作标记。请重新提问。",
    no_evidence="文档中没有找到依据。",
    nobody_named="文档中没有提到{names}，没有找到依据。",
    no_document_of="文档中没有{year}年的相关文件，没有找到依据。",
    greeting="您好！请就文档内容提问，我会引用原文回答，并标明出处。",
    thanks="不客气。还可以继续就文档内容提问。",
    farewell="再见。",
    about_assistant="我从您的文档里查找并引用原文来回答问题；文档里没有依据时，会直接告诉您没有。",
    not_my_task="这超出了我能做的：我只引用文档里的原文回答问题。文档中没有找到依据。",
    not_ready="暂时无法回答",
    index_command="youju index",
    index_then="请在终端运行上面的命令建立索引；完成后直接提问即可，无需重启。",
    failed="这次没有答成：{reason}。请重试；如果反复出现，请查看终端里的记录。",
    too_long="问题太长（{length} 字），请缩短到 {limit} 字以内。",
    port_taken="端口 {port} 已被占用；请换一个端口，例如 --port {next_port}",
    address_refused="无法在 {host}:{port} 启动（{reason}）；请换地址或端口，例如 --host 127.0.0.1",
    serving="有据已启动：{address}（按 Ctrl+C 停止）",
)

EN = Messages(
    html_language="en",
    title="Youju",
    tagline="Every answer is a quotation you can check",
    other_language="中文",
    welcome="Ask your documents",
    welcome_detail=(
        "Answers quote the documents word for word and say where. "
        "If the documents hold no evidence, you are told so."
    ),
    examples_label="Try asking",
    question_label="Question",
    question_placeholder="Ask about the documents",
    send="Send",
    stop="Stop",
    searching="Looking for evidence…",
    opening="Opening the index…",
    your_question="Your question",
    answer_label="Answer",
    understood_as="Understood as: ",
    quotes_label="Quotations",
    open_quote="Show quotation {n} in the source",
    page_number="p. {page}",
    confidence="Confidence",
    confidence_high="high",
    confidence_medium="medium",
    confidence_low="low",
    confidence_help="Estimated probability that the first quotation answers: {percent}%",
    elapsed="{seconds} s",
    related_label="Related passages (not an answer)",
    copy="Copy",
    copied="Copied",
    retry="Retry",
    edit="Edit",
    save_edit="Ask again",
    cancel_edit="Cancel",
    rate_up="Helpful",
    rate_down="Wrong",
    rate_reason="What is wrong? (optional; kept on this machine)",
    rate_send="Submit",
    new_chat="New",
    history="History",
    history_empty="No conversations yet.",
    history_note="Conversations are kept in this browser only.",
    rename="Rename",
    save_name="Save",
    delete="Delete",
    untitled="This conversation",
    export_markdown="Export Markdown",
    export_word="Export Word",
    exported_on="Exported: {time}",
    sources="Sources",
    documents="Documents",
    documents_empty="The index holds no documents yet.",
    find_documents="Filter by title or file name",
    characters="{count} characters",
    pages="{count} pages",
    chunks="{count} chunks",
    source_label="Source",
    close="Close the source",
    previous_quote="Previous quotation",
    next_quote="Next quotation",
    quote_position="Quotation {n} / {of}",
    load_earlier="Show earlier text",
    load_later="Show later text",
    copy_link="Copy link",
    keys_hint="Alt + ← / → between quotations, Esc closes",
    outline="Contents",
    find="Find in document",
    find_position="Find “{words}” {n} / {of}",
    find_none="“{words}” was not found",
    find_previous="Previous match",
    find_next="Next match",
    document_missing=(
        "This document is not in the index: {document}. It may have been moved; please ask again."
    ),
    document_changed=(
        "The document has changed since this answer: the text at this place differs from the "
        "quotation, so nothing is highlighted. Please ask again."
    ),
    no_evidence="The documents give no evidence for this.",
    nobody_named="The documents do not mention {names}, so there is no evidence.",
    no_document_of="There is no such document of {year}, so there is no evidence.",
    greeting="Hello! Ask about the documents; I answer by quoting them, with the place.",
    thanks="You are welcome. Ask on whenever you like.",
    farewell="Goodbye.",
    about_assistant=(
        "I answer questions by finding and quoting passages of your documents, and say so "
        "when they hold no evidence."
    ),
    not_my_task=(
        "That is beyond me: I only answer by quoting the documents, and they give no evidence."
    ),
    not_ready="Nothing can be answered yet",
    index_command="youju index",
    index_then="Run this command in a terminal, then just ask: no restart needed.",
    failed="That did not work: {reason}. Please retry; if it persists, see the terminal.",
    too_long="The question is too long ({length} characters); please keep it below {limit}.",
    port_taken="Port {port} is taken; choose another, for example --port {next_port}",
    address_refused=(
        "Cannot listen on {host}:{port} ({reason}); choose another, for example --host 127.0.0.1"
    ),
    serving="Youju is running at {address} (Ctrl+C stops it)",
)

# What an assistant says without quoting: no answers found in documents.
SMALL_TALK = ("greeting", "thanks", "farewell", "about_assistant")
REFUSALS = ("no_evidence", "nobody_named", "no_document_of", "not_my_task")
ANSWERED_IN_OWN_WORDS = (*SMALL_TALK, *REFUSALS)

BY_LANGUAGE: dict[Language, Messages] = {"zh": ZH, "en": EN}


def in_language(text: str, messages: Messages) -> str:
    """What an answer says in Chinese, in the words of `messages`; any other text as it is.

    >>> in_language("文档中没有提到张三，没有找到依据。", EN)
    'The documents do not mention 张三, so there is no evidence.'
    >>> in_language("张三建议设立基地。", EN)
    '张三建议设立基地。'
    """
    for name in ANSWERED_IN_OWN_WORDS:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(getattr(ZH, name)))
        if said := re.fullmatch(pattern, text):
            own: str = getattr(messages, name)
            return own.format(**said.groupdict())
    return text
