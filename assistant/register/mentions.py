"""Where somebody known already is mentioned again, and what is learnt of them there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from assistant.register.names import ends_before_name, known_names, name_before
from assistant.register.posts import ANYBODYS, POST_END, POSTS, ROLE, TITLES, holds_post
from assistant.register.surnames import COMPOUND_SURNAMES
from assistant.register.titled import ORGANISATION


def further_post(text: str, name: str) -> tuple[int, int] | None:
    """Where the line gives a post still missing: 张三（某校校长）, 张三是某校校长, 某校校长张三."""
    match = re.search(
        f"{re.escape(name)}(?:代表|委员)?(?:（(?:(?:[男女]|"
        f"[^（），]{{1,4}}族)，)*(?P<aside>(?![^），]{{1,4}}族）)[^），。]{{2,50}})(?:，(?:\\d+岁|[男女]|"
        f"[^），]{{1,4}}族))*）|(?:代表|"
        "委员)?，(?:[他她]是|是(?![^，。；“”]*(?:代表|委员)[，。；]))"
        "(?P<he>[^，。；“”]{3,40}?)(?=[，。；]|$)|(?:(?:则|也)?(?:来自[^，。；]{2,8}，)?现?任|是|系|"
        "为|担任着?)(?:来自|一?[个位名](?!体))?(?P<is>(?!个(?!体))[^，。；“”（）]{3,40}?)(?=[，。；）]|$))",
        text,
    )
    match = match or re.search(
        f"(?:^-?|[：；]|轮到){re.escape(name)}(?:代表|委员)?(?:（[^）]*）|今年[^，。；]{{2,4}}岁)?，"
        f"(?:(?P<behind>[^，。；“”]{{3,40}}?)(?=[。；]|$)|"
        f"(?P<first>[^，。；“”]{{3,40}})(?=，))|"
        f"(?:身为|作为)(?P<being>[^，。；：“”]{{3,40}}(?:{POSTS}))[的，]{re.escape(name)}|"
        f"(?:^|[，。；：“”])是?(?P<of>[^，。；：“”]{{3,40}}(?:{POSTS})){re.escape(name)}",
        text,
    )
    if match is None:
        return None
    group = str(match.lastgroup)
    if group in ("of", "first") and not ORGANISATION.search(match[group]):
        return None  # 她的老师张三
    if ROLE.search(match[group]) or not holds_post(match[group]):
        return None
    return match.span(group)


_HIS_POST = re.compile(
    "(?:身为|作为|（?(?:本文)?作者(?:系|是|为)|[他她](?:是|现任)|我(?:是[^。；]{0,30}，)?(?:现任|现为|"
    "担任))(?P<is>(?:[^，。；“”]|“[^，。；“”]{1,10}”){3,40}?)(?:[，。；）]|本文|$)"
)


def own_post(text: str) -> tuple[int, int] | None:
    """身为某校校长，他…: the post of whoever is spoken of."""
    match = _HIS_POST.match(text)
    if match is None or ROLE.search(match["is"]) or not POST_END.search(match["is"]):
        return None
    return match.span("is")


def _parts(known: Collection[str]) -> dict[str, str]:
    """What a name with a dot begins or ends with, where no other name holds it."""
    ends = [(name, part) for name in known if "·" in name for part in name.split("·")]
    return {
        part: name
        for name, part in ends
        if len(part) > 1 and sum(part in other for other in known) == 1
    }


_TITLE = re.compile(TITLES)
_CHIEF = "总(?![是会要的共体部])|(?<!施)工(?=[，：也又还则说讲建提])"  # 张工也说
_APART = (
    "(?:(?<![一-鿿])|(?<=[和与及由，在此据]))((?![在此据为])[一-鿿](?:(?![和与])[一-鿿]){0,3}?)"
)
# 张： in a dialogue; 欧阳：, too
_LABEL = re.compile(f"^([一-鿿]|{'|'.join(sorted(COMPOUND_SURNAMES))})()(?=：)")


def mentions(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Later mentions: the full name, a part beside a dot, surname and title (丁代表, 丁总,
    or what the post ends with), given name and title, the surname as a label; gives the full name.

    `known`: names with their posts.
    """
    if not known:
        return
    called = {name: name for name in known} | _parts(known)
    for match in known_names(text, called):
        title = _TITLE.match(text, match.end())
        if not title and _is_word(text, match):
            continue
        yield match.start(), title.end() if title else match.end(), called[match.group()]
    own = {post[-length:] for post in known.values() for length in (2, 3) if post}
    titles = "|".join([TITLES, *sorted(own, key=len, reverse=True), _CHIEF])
    for match in (*_LABEL.finditer(text), *re.finditer(f"{_APART}({titles})", text)):
        part, called_by = match.groups()
        anybodys = re.fullmatch(ANYBODYS, called_by)  # 张院士 need not be told to be one
        theirs = [name for name, post in known.items() if anybodys or not post or called_by in post]
        full = [name for name in theirs if name.startswith(part) and name != part] or [
            name for name in theirs if len(part) > 1 and name.endswith(part) and name != part
        ]
        if len(full) == 1 and not ROLE.match(text, match.start()):  # 省政协委员 is no 省妇联
            yield match.start(), match.end(), full[0]
    for old in _OLD.finditer(text):
        theirs = [name for name in known if name[0] == old[1]]
        if len(theirs) == 1:
            yield *old.span(), theirs[0]


# not 老师, 老方法
_OLD = re.compile(
    "(?<![一-鿿])老(?![人家板师乡年城区百龄])(?!方法|路[子上不])([一-鿿])(?=[一-鿿，：])"
)


def _is_word(text: str, name: re.Match[str]) -> bool:
    """早晚高峰， is no Mr 高, 王李萍 no 李萍: two characters within others."""
    before, close = text[: name.start()], name.end()
    if len(name.group()) > _SHORT or not re.search("[一-鿿]$", before):
        return False
    longer = name_before(text, close) < name.start()
    return longer or bool(_WORD_ENDS.match(text, close) and not ends_before_name(before))


_SHORT = 2
_WORD_ENDS = re.compile("$|[^一-鿿]|的")
