"""The page for programmers: every route with a form to try it, without a script."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from assistant.messages import BY_LANGUAGE, Language, Messages

EXAMPLE: dict[str, Any] = {
    "question": "谁建议了什么？",
    "query": "建议",
    "history": ["谁来了？", "他说了什么？"],
    "documents": ["a.txt", "b/*.docx"],
}


def render(openapi: dict[str, Any], address: str, tools: str, language: Language) -> Markup:
    """`openapi` as HTML; `address`: where all is served; `tools`: the path of MCP, if any."""
    messages = BY_LANGUAGE[language]
    style = Markup(files(__package__).joinpath("guide.css").read_text("utf-8"))
    routes = Markup("").join(
        _route(path, methods, openapi, address, messages)
        for path, methods in openapi["paths"].items()
    )
    mcp = _box(messages.guide_tools, address + tools.strip("/"))
    return Markup(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<link rel="icon" href="data:,"><title>{} · {}</title>'
        "<style>{}</style></head><body><main><h1>{} · {}</h1><p>{}</p>{}"
        '{}<p><a href="openapi.json">{}</a></p></main></body></html>'
    ).format(
        messages.html_language, messages.title, messages.guide, style, messages.title,
        messages.guide, messages.guide_intro, routes,
        Markup("<section><h2>MCP</h2>{}</section>").format(mcp) if tools else "",
        messages.guide_description,
    )  # fmt: skip


def _route(
    path: str, methods: dict[str, Any], openapi: dict[str, Any], address: str, messages: Messages
) -> Markup:
    parameters = methods["get"].get("parameters", [])
    return Markup(
        "<section><h2>{}</h2><p>{}</p>"
        '<form action="{}">{}<button>{}</button></form>'
        "{}{}<p>{}</p>{}</section>"
    ).format(
        " · ".join([*(method.upper() for method in methods), f"/api{path}"]),
        getattr(messages, f"guide_{path.strip('/')}"),
        path.strip("/"),
        Markup("").join(map(_field, parameters)),
        messages.guide_try,
        _box(messages.guide_command, _command(f"{address}api{path}", parameters)),
        _lists(f"{address}api{path}", parameters, messages),
        messages.guide_given,
        _table(methods["get"]["responses"]["200"], openapi, messages),
    )


def _field(parameter: dict[str, Any]) -> Markup:
    schema, name = parameter["schema"], parameter["name"]
    kind = (
        Markup('type="number" value="{default}" min="{minimum}" max="{maximum}"').format(**schema)
        if schema["type"] == "integer"
        else Markup('type="text" value=""')
    )
    required = " required" if parameter.get("required") else ""
    return Markup('<label>{0} <input name="{0}" {1}{2}></label>').format(name, kind, required)


def _command(address: str, parameters: list[dict[str, Any]]) -> str:
    asked = [one["name"] for one in parameters if one.get("required")]
    given = "".join(f' --data-urlencode "{name}={EXAMPLE[name]}"' for name in asked)
    return f"curl -G {address}{given}" if given else f"curl {address}"


def _lists(address: str, parameters: list[dict[str, Any]], messages: Messages) -> Markup:
    """How to give what may have several values: the form has room for one."""
    lists = [one["name"] for one in parameters if one["schema"]["type"] == "array"]
    if not lists:
        return Markup("")
    asked = [one["name"] for one in parameters if one.get("required")]
    given = json.dumps({name: EXAMPLE[name] for name in (*asked, *lists)}, ensure_ascii=False)
    return _box(
        messages.guide_lists.format(names=messages.scope_and.join(lists)),
        f"curl {address} -H \"Content-Type: application/json\" -d '{given}'",
    )


def _table(response: dict[str, Any], openapi: dict[str, Any], messages: Messages) -> Markup:
    """The fields of what comes back, those of a list's members below it."""
    schema = response["content"]["application/json"]["schema"]
    rows = Markup("").join(
        Markup("<tr><td><code>{}</code></td><td>{}</td></tr>").format(name, kind)
        for name, kind in _fields(schema, openapi, "")
    )
    return Markup(
        "<table><thead><tr><th>{}</th><th>{}</th></tr></thead><tbody>{}</tbody></table>"
    ).format(messages.guide_name, messages.guide_type, rows)


def _fields(schema: dict[str, Any], openapi: dict[str, Any], before: str) -> list[tuple[str, str]]:
    if "$ref" in schema:
        schema = openapi["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("type") == "array":
        return _fields(schema["items"], openapi, f"{before}[].")
    rows: list[tuple[str, str]] = []
    for name, one in schema.get("properties", {}).items():
        rows.append((before + name, _kind(one)))
        if one.get("type") == "array":
            rows += _fields(one, openapi, before + name)
    return rows


def _kind(schema: dict[str, Any]) -> str:
    kinds = [one.get("type", "") for one in schema.get("anyOf", [schema])]
    return " | ".join(filter(None, kinds)) or "any"


def _box(said: str, code: str) -> Markup:
    """What is to be copied, and what it is for."""
    return Markup("<p>{}</p><pre tabindex=0><code>{}</code></pre>").format(said, code)
