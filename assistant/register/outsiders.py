"""Who is no deputy: what such a one says among deputies is quoted, and no proposal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.register.attention import Known
from assistant.register.bodies import BODY
from assistant.register.claims import Claim
from assistant.register.titled import PASSING, Introduction
from assistant.register.verbs import ASK


def without_outsiders(found: Sequence[Claim], known: Mapping[str, Known]) -> list[Claim]:
    """Without what an expert, a villager or an official says where most who propose are deputies.

    Kept is what such a one asks for outright, 某协会会长张三呼吁……. Where most are no deputies, in
    a forum or a hearing, each has a say.
    """
    people = {name: known[name].introduction for claim in found for name in claim.names}
    members = sum(bool(one.role) for one in people.values())
    if 2 * members <= len(people):
        return list(found)
    outside = {name for name, one in people.items() if _is_outsider(one)}
    return [one for one in found if not outside.issuperset(one.names) or _asks_outright(one)]


def _is_outsider(one: Introduction) -> bool:
    """Whom neither a role nor a label has speak, nor whoever sent him: 消费者代表."""
    speaks = one.role or one.confidence > PASSING or BODY.fullmatch(one.name)
    return not (speaks or re.search("代表|委员(?!会)", one.post))


def _asks_outright(claim: Claim) -> bool:
    between = claim.line.text[claim.mention[1] : claim.start]
    return claim.line is claim.mention_line and _ASKS.fullmatch(between) is not None


_ASKS = re.compile(f"[^，。；：“”]*(?:{ASK})[，：“]*")
