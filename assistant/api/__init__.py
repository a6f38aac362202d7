"""The same answers for programs: HTTP, MCP and Gradio's own client.

Its rooms: address: where they are served; line: one question after the other; functions: what
there is to call -> http (guide: its page), mcp.
"""
