"""Every sentence a user sees, in English."""

from __future__ import annotations

from assistant.messages.fields import Messages

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
    tabs="Page",
    tab_talk="Ask",
    tab_register="Register",
    tab_library="Documents",
    tab_inspector="Inspector",
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
    counted="{n} people:",
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
