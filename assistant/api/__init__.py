"""The same answers for programs: HTTP, MCP and Gradio's own client."""
