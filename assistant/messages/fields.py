"""What the sentences of one language are. Names in braces are filled in by the caller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.messages.inspecting_fields import Inspecting
from assistant.messages.storing_fields import Storing

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """The sentences of one language, those of two rooms apart."""

    language: Language
    inspecting: Inspecting
    storing: Storing

    # the page as a whole
    html_language: str
    title: str
    tagline: str
    cancel: str  # leaves a form, a choice or a question as it was
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
    lost: str
    held: str
    unsent: str
    opening: str

    # the documents that questions keep to
    scope: str
    scope_all: str
    scope_more: str
    scope_and: str
    scope_choose: str
    scope_remove: str
    scope_only: str
    scope_everywhere: str
    full: str
    unindexed: str
    open_documents: str
    scope_missing: str
    scope_years: str
    scope_years_help: str
    scope_folders: str
    scope_select: str
    scope_clear: str
    scope_count: str
    scope_apply: str

    # an answer
    your_question: str
    question_more: str
    question_less: str
    answer_label: str
    understood_as: str
    lead_counted: str
    lead_partly: str
    quotes_label: str
    open_quote: str
    page_number: str
    cited_page: str  # behind a title
    cited_paragraph: str
    cited_next: str  # between section and paragraph
    open_source: str
    confidence_high: str
    confidence_medium: str
    confidence_low: str
    confidence_help: str
    elapsed: str
    ask_next: str
    ask_in_chinese: str
    related_label: str
    context_more: str
    context_less: str
    copy: str
    copied: str
    copy_quote: str
    retry: str
    edit: str
    edit_later: str
    save_edit: str

    inspect: str
    rate_up: str
    rate_down: str
    rate_reason: str
    rate_send: str
    rated: str
    rated_because: str
    rate_failed: str

    # the page's tabs
    tabs: str
    tab_talk: str
    tab_register: str
    tab_inspector: str
    tab_library: str

    # the register
    register_proposals: str
    register_figures: str
    register_people: str
    register_words: str
    register_words_help: str
    register_all: str
    register_kind: str
    register_place: str
    register_clear: str
    register_rows: str
    register_pages: str
    register_page: str
    register_order: str
    register_unsure: str
    register_empty: str
    register_without: str
    register_charts: str
    register_by_year: str
    register_subject: str
    register_series: str
    register_change: str
    register_longer: str
    register_share: str
    register_value: str
    register_result: str
    register_left_out: str
    register_planned: str
    register_assumed: str
    register_as_text: str
    register_csv: str
    register_excel: str
    columns: dict[str, str]  # of its tables, by key

    # conversations and documents
    new_chat: str
    history: str
    history_empty: str
    history_note: str
    history_find: str
    history_none: str
    today: str
    yesterday: str
    close_history: str
    rename: str
    save_name: str
    delete: str
    delete_sure: str
    delete_yes: str
    untitled: str
    export_whole: str  # before the kinds of files
    export_contents: str
    exported_on: str
    export_failed: str
    export_gone: str
    sources: str
    documents_empty: str
    find_documents: str
    characters: str
    pages: str
    chunks: str

    # the source beside the chat
    source_label: str
    close_source: str
    previous_quote: str
    next_quote: str
    quote_position: str
    back_to_quote: str
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
    view_label: str
    view_text: str
    view_pages: str
    page_image: str
    page_position: str
    page_zoom: str
    page_unmatched: str
    previous_page: str
    next_page: str
    original_gone: str
    original_changed: str
    document_missing: str
    document_changed: str

    # what an answer itself says
    no_evidence: str
    no_evidence_within: str
    lacks_unit: str  # behind no_evidence: what alone speaks against what comes nearest, see Lack
    lacks_place: str
    lacks_goods: str
    lacks_stance: str
    lacks_row: str
    lacks_particular: str
    lacks_year: str
    lacks_person: str
    nothing_new: str
    nobody_named: str
    nobody_named_but_alike: str
    nobody_named_within: str
    counted: str
    told_in_years: str
    told_in_years_newest: str
    newest_of_years: str
    aims_of_years: str
    told_first: str
    told_last: str
    highest_year: str
    lowest_year: str
    unsaid_years: str
    first_past_year: str
    first_past_year_after_gap: str
    untold_years: str
    no_document_of: str
    no_document_of_within: str
    greeting: str
    thanks: str
    farewell: str
    about_assistant: str
    documents_held: str
    not_my_task: str

    # the page for programmers
    guide: str
    guide_intro: str
    guide_ask: str
    guide_retrieve: str
    guide_documents: str
    guide_try: str
    guide_command: str
    guide_lists: str
    guide_given: str
    guide_name: str
    guide_type: str
    guide_description: str
    guide_tools: str

    # what goes wrong
    not_ready: str
    index_then: str
    unready: str
    failed: str
    too_long: str
