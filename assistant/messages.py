"""Every sentence a user sees, once per language. Names in braces are filled in by the caller."""

from __future__ import annotations

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
    chat_label: str
    welcome: str
    welcome_detail: str
    examples_label: str

    # asking
    question_label: str
    question_placeholder: str
    send: str
    stop: str
    stopped: str
    clear: str
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
    refused: str
    related_label: str
    copy: str
    copied: str
    retry: str
    edit: str
    save_edit: str
    cancel_edit: str

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
    document_missing: str
    document_changed: str

    # what goes wrong
    index_missing: str
    index_missing_command: str
    index_missing_then: str
    failed: str
    too_long: str
    port_taken: str
    serving: str


ZH = Messages(
    html_language="zh-CN",
    title="有据",
    tagline="每一句回答都是原文，每一条引文都能核对",
    other_language="English",
    chat_label="对话",
    welcome="向文档提问",
    welcome_detail="回答只引用文档里的原话，并标明出处；文档里没有依据时，会直接告诉您没有。",
    examples_label="可以这样问",
    question_label="问题",
    question_placeholder="就文档内容提问",
    send="发送",
    stop="停止",
    stopped="已停止，问题保留在输入框中。",
    clear="清空",
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
    refused="没有找到依据",
    related_label="相关内容（不是答案）",
    copy="复制",
    copied="已复制",
    retry="重试",
    edit="编辑",
    save_edit="重新提问",
    cancel_edit="取消",
    source_label="原文",
    close="关闭原文",
    previous_quote="上一条引文",
    next_quote="下一条引文",
    quote_position="引文 {n} / {of}",
    load_earlier="显示前文",
    load_later="显示后文",
    copy_link="复制链接",
    keys_hint="Alt + ← / → 切换引文，Esc 关闭",
    document_missing="索引中没有这份文档：{document}。文档可能已被移走；请重新提问。",
    document_changed="文档在这次回答之后已更新，原位置的文字与引文不同，因此不作标记。请重新提问。",
    index_missing="还没有索引，暂时无法回答。",
    index_missing_command="youju index",
    index_missing_then="请在终端运行上面的命令建立索引；完成后直接提问即可，无需重启。",
    failed="这次没有答成：{reason}。请重试；如果反复出现，请查看终端里的记录。",
    too_long="问题太长（{length} 字），请缩短到 {limit} 字以内。",
    port_taken="端口 {port} 已被占用；请换一个端口，例如 --port {next_port}",
    serving="有据已启动：{address}（按 Ctrl+C 停止）",
)

EN = Messages(
    html_language="en",
    title="Youju",
    tagline="Every answer is a quotation you can check",
    other_language="中文",
    chat_label="Conversation",
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
    stopped="Stopped. Your question is back in the box.",
    clear="Clear",
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
    refused="No evidence found",
    related_label="Related passages (not an answer)",
    copy="Copy",
    copied="Copied",
    retry="Retry",
    edit="Edit",
    save_edit="Ask again",
    cancel_edit="Cancel",
    source_label="Source",
    close="Close the source",
    previous_quote="Previous quotation",
    next_quote="Next quotation",
    quote_position="Quotation {n} / {of}",
    load_earlier="Show earlier text",
    load_later="Show later text",
    copy_link="Copy link",
    keys_hint="Alt + ← / → between quotations, Esc closes",
    document_missing=(
        "This document is not in the index: {document}. It may have been moved; please ask again."
    ),
    document_changed=(
        "The document has changed since this answer: the text at this place differs from the "
        "quotation, so nothing is highlighted. Please ask again."
    ),
    index_missing="There is no index yet, so nothing can be answered.",
    index_missing_command="youju index",
    index_missing_then="Run this command in a terminal, then just ask: no restart needed.",
    failed="That did not work: {reason}. Please retry; if it persists, see the terminal.",
    too_long="The question is too long ({length} characters); please keep it below {limit}.",
    port_taken="Port {port} is taken; choose another, for example --port {next_port}",
    serving="Youju is running at {address} (Ctrl+C stops it)",
)

BY_LANGUAGE: dict[Language, Messages] = {"zh": ZH, "en": EN}
