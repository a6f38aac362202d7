"""Who is meant by a firm and a post: 赣锋锂业董事长."""

from __future__ import annotations

import re

from assistant.register.posts import POSTS
from assistant.register.types import Person, Register
from index.matching import simplify

LEAST = 4  # characters of a firm's name; two or three are a place, or many firms'
# What somebody says is asked; 董事长年薪多少 and 职工有多少 ask of the post, or of many.
_POST = re.compile(
    f"(?:(?!代表|委员|[教职员]|医生|农民)(?:{POSTS}))+(?=(?:的|都|还|又|有|也|今年|[对在][^，。？]{{1,12}})*"
    "(?:建议|提(?!成)|[说讲谈]|认为|表示|主张|呼吁|希望|指出|观点|看法|意见|怎么看|反对|支持|赞成|关注))"
)
_ASKS_WHO = re.compile("谁|叫什么|姓名|名字|哪一?位")


def with_name_for_post(register: Register, text: str) -> str:
    """The text with the name for 某公司董事长, the firm also in short, where that can be one person
    only; as it is where it asks who that is, or names somebody.
    """
    plain = simplify(text)
    posts = () if _ASKS_WHO.search(plain) else _POST.finditer(plain)
    for post in posts:
        ahead = plain[: post.start()].removesuffix("的")
        held = {row.name: firm for row in register.people if (firm := _firm(row, post[0], ahead))}
        if len(held) == 1:
            name, firm = held.popitem()
            before = text[: len(ahead) - len(firm)]
            return text if name in text else before + name + text[post.end() :]
    return text


def _firm(row: Person, post: str, ahead: str) -> str:
    """What the text says last, if the person's post, of that name, begins with it."""
    title = simplify(row.organisation_title)
    firm = title.removesuffix(post)
    sizes = range(min(len(firm), len(ahead)), LEAST - 1, -1) if firm != title else ()
    return next((firm[:size] for size in sizes if ahead.endswith(firm[:size])), "")
