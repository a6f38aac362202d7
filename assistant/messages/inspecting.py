"""The words of the room that shows how a question was answered, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.messages.features import EN_FEATURES, ZH_FEATURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspecting:
    """The words of one language. The maps are by the values that assistant/inspection.py gives."""

    process: str
    by_year: str
    ask: str
    ask_help: str
    words_help: str
    nothing_yet: str
    also: str  # between names
    aside: str

    # how the question was read
    analysis: str
    resolved: str
    corrected: str
    sought: str
    kind: str
    unit: str
    focus: str
    years: str
    people: str
    unknown_people: str
    way: str
    kinds: dict[str, str]
    ways: dict[str, str]

    # what was decided
    decision: str
    answered: str
    refused: str
    probability: str
    present: str
    free: str
    literal: str
    counts: str
    counts_not: str
    whys: dict[str, str]
    comparison: str

    # what was found
    places: str
    place_label: str
    candidates: str
    sentences: str
    features: str
    feature: str
    rank: str
    passage: str
    fused: str
    dense: str
    lexical: str
    scope: str
    neighbour: str
    sentence: str
    points: str
    learned: str
    adjustment: str
    belief: str
    quote: str
    candidate: str
    feature_names: dict[str, str]

    # words by year
    year: str
    no_year: str
    year_bar: str
    year_heading: str
    sentence_count: str
    document_count: str
    mentions: str
    mentions_none: str
    as_table: str
    every_year: str
    shown_first: str


ZH_INSPECTING = Inspecting(
    process="检索过程",
    by_year="按年份",
    ask="查看",
    ask_help="输入问题，看它怎样找到答案",
    words_help="输入词语，看哪些年份谈到（多个词用空格隔开，须在同一句）",
    nothing_yet="输入一个问题，或在回答下面点“检索过程”。",
    also="、",
    aside="{said}（{aside}）",
    analysis="怎样理解问题",
    resolved="完整的问题",
    corrected="改正错字后",
    sought="用来比对的文字",
    kind="所问",
    unit="单位",
    focus="焦点",
    years="年份",
    people="认得的人",
    unknown_people="文档中没有的人",
    way="回答方式",
    kinds={
        "person": "人",
        "number": "数量",
        "date": "时间",
        "place": "地点",
        "reason": "原因",
        "measure": "措施",
        "definition": "定义",
        "other": "其他",
    },
    ways={
        "small_talk": "寒暄，不查文档",
        "nothing_asked": "没有可查的内容",
        "item": "展开上一回答的引文",
        "nothing_new": "问的是还有什么，而上一个回答之外没有了",
        "missing": "先核对人名和年份",
        "document_head": "文档开头",
        "group": "台账：一类人",
        "same_theme": "台账：同一主题的人",
        "identity": "台账：人物身份",
        "proposals": "台账：某人的建议",
        "recommended": "文中以“建议”为题的一节",
        "each": "逐人查找",
        "sentences": "检索并选句",
        "several": "一次问了几个问题，逐个回答；下面是其中第一个有答案的",
    },
    decision="判断",
    answered="已回答，引用 {count} 条",
    refused="未回答",
    probability="第一句回答了问题的概率为 {percent}%，门槛是 {threshold}%",
    present="文档谈到所问之事的概率为 {percent}%",
    free="一般判断 {percent}%",
    literal="从严判断 {percent}%",
    counts="计入",
    counts_not="不计入",
    whys={
        "small_talk": "这不是对文档的提问。",
        "nothing_asked": "问题里没有可以查找的词。",
        "no_such_item": "上一个回答没有这一条引文。",
        "nothing_new": "符合的都已在上一个回答里引用。",
        "nobody_named": "问题里的人没有出现在任何文档中。",
        "no_such_document": "没有问题所说年份的文档。",
        "nobody_in_register": "台账里没有符合条件的人或建议。",
        "nothing_found": "没有找到可比对的段落。",
        "lacks_unit": "问的是数量，但要引用的几句里都没有这个单位。",
        "lacks_place": "最好的一句和它的上下文没有提到问题里的地方或单位。",
        "lacks_goods": "最好的一句说的是同类的别的东西，上下文也没有提到问题里的。",
        "lacks_year": "最像答案的一句说的是别的年份。",
        "lacks_person": "最像答案的一句不是问题里的人说的，也没有提到他。",
        "not_literal": "一般判断达到了门槛，但这类问题还要从严判断，没有达到。",
        "unlikely": "最好的一句回答问题的概率低于门槛。",
    },
    comparison="这个结论没有用到检索；以下是同一问题的检索结果，仅供对照。",
    places="在文档中的位置",
    place_label="{title}，{percent}% 处：{text}",
    candidates="候选段落 {count}",
    sentences="句子 {count}",
    features="前 {count} 句的特征",
    feature="特征",
    rank="序",
    passage="段落",
    fused="综合",
    dense="语义",
    lexical="字词",
    scope="所指文档",
    neighbour="相邻段",
    sentence="句子",
    points="得分",
    learned="模型分",
    adjustment="人和年份",
    belief="占比",
    quote="引文",
    candidate="段",
    feature_names=ZH_FEATURES,
    year="年份",
    no_year="无年份",
    year_bar="{year}：{count} 句，{of} 份文档中的 {documents} 份",
    year_heading="{year}：{count} 句",
    sentence_count="句数",
    document_count="文档数",
    mentions="“{words}”：{documents} 份文档，{sentences} 句",
    mentions_none="没有文档在一句话里写有“{words}”。",
    as_table="列成表格",
    every_year="全部年份",
    shown_first="显示前 {count} 句",
)

EN_INSPECTING = Inspecting(
    process="Retrieval",
    by_year="By year",
    ask="Look",
    ask_help="A question, to see how it finds its answer",
    words_help="Words, to see which years speak of them (several: in one sentence)",
    nothing_yet="Enter a question, or choose “Retrieval” below an answer.",
    also=", ",
    aside="{said} ({aside})",
    analysis="How the question is read",
    resolved="In full",
    corrected="With its typing error corrected",
    sought="Compared with the sentences",
    kind="Asks for",
    unit="Unit",
    focus="Focus",
    years="Years",
    people="People known",
    unknown_people="People in no document",
    way="Answered by",
    kinds={
        "person": "a person",
        "number": "a number",
        "date": "a date",
        "place": "a place",
        "reason": "a reason",
        "measure": "measures",
        "definition": "a definition",
        "other": "something else",
    },
    ways={
        "small_talk": "small talk: no document is looked at",
        "nothing_asked": "nothing to look up",
        "item": "a quotation of the answer before",
        "nothing_new": "asked for more, and there is nothing beyond the answer before",
        "missing": "names and years are checked first",
        "document_head": "the head of the document",
        "group": "the register: a group of people",
        "same_theme": "the register: people on the same theme",
        "identity": "the register: who somebody is",
        "proposals": "the register: what somebody proposes",
        "recommended": "the section headed as recommendations",
        "each": "looked up for each person",
        "sentences": "search, then choice of sentences",
        "several": "several questions, each by itself; below, the first that has an answer",
    },
    decision="Decision",
    answered="Answered, quotations: {count}",
    refused="Not answered",
    probability="Probability that the first sentence answers: {percent}%, of {threshold}% needed",
    present="Probability that the documents speak of what is asked about: {percent}%",
    free="Ordinary judgement {percent}%",
    literal="Stricter judgement {percent}%",
    counts="counts",
    counts_not="does not count",
    whys={
        "small_talk": "This is no question to the documents.",
        "nothing_asked": "The question has no words to look up.",
        "no_such_item": "The answer before has no such quotation.",
        "nothing_new": "All there is was quoted in the answer before.",
        "nobody_named": "Whom the question names is in no document.",
        "no_such_document": "There is no document of the year that the question names.",
        "nobody_in_register": "The register has no such people or proposals.",
        "nothing_found": "There is no passage to compare with.",
        "lacks_unit": "A number is asked for, and none of the sentences to be quoted has its unit.",
        "lacks_place": "What stands around the best sentence does not name the place or firm.",
        "lacks_goods": "The best sentence is on other goods of the kind than those asked about.",
        "lacks_year": "The sentence most like an answer is of other years.",
        "lacks_person": "The sentence most like an answer is not by or about the person named.",
        "not_literal": (
            "The ordinary judgement is high enough; the stricter one, which counts too for such "
            "questions, is not."
        ),
        "unlikely": "The best sentence is too unlikely to answer.",
    },
    comparison="No search was needed for this; what one finds is shown for comparison only.",
    places="Places in the documents",
    place_label="{title}, at {percent}%: {text}",
    candidates="Passages found {count}",
    sentences="Sentences {count}",
    features="Features of the first {count} sentences",
    feature="Feature",
    rank="Rank",
    passage="Passage",
    fused="Fused",
    dense="Meaning",
    lexical="Words",
    scope="Document named",
    neighbour="neighbour",
    sentence="Sentence",
    points="Points",
    learned="Learned",
    adjustment="People, year",
    belief="Share",
    quote="Quotation",
    candidate="Passage",
    feature_names=EN_FEATURES,
    year="Year",
    no_year="No year",
    year_bar="{year}: {count} sentences, in {documents} of {of} documents",
    year_heading="{year}: {count} sentences",
    sentence_count="Sentences",
    document_count="Documents",
    mentions="“{words}”: {documents} documents, {sentences} sentences",
    mentions_none="No document has “{words}” in one sentence.",
    as_table="As a table",
    every_year="All years",
    shown_first="The first {count}",
)
