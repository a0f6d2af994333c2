"""Markdown for the report's sections."""

from __future__ import annotations


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table: its head, and rows of as many cells."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])
