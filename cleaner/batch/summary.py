"""Sums over a batch: for people at the end, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from cleaner.batch.work import Done


class Summary:
    """Counts of documents by what became of them, of bytes, of edits by rule."""

    def __init__(self, state: Mapping[str, Any]) -> None:
        self.documents: Counter[str] = Counter(state.get("documents", {}))
        self.reasons: Counter[str] = Counter(state.get("reasons", {}))
        self.sums: Counter[str] = Counter(state.get("sums", {}))
        self.rules: Counter[str] = Counter(state.get("rules", {}))

    def add(self, done: Done) -> None:
        """Add what the worker counted."""
        self.sums.update(done.sums)
        self.rules.update(done.rules)

    def count(self, status: str, reason: str | None) -> None:
        """Count a document."""
        self.documents[status] += 1
        if status == "rejected":
            self.reasons[str(reason)] += 1

    def state(self) -> dict[str, Any]:
        """Return all counts, for the checkpoint and for JSON."""
        return {
            "documents": dict(sorted(self.documents.items())),
            "reasons": dict(sorted(self.reasons.items())),
            "sums": dict(sorted(self.sums.items())),
            "rules": dict(sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))),
        }

    def lines(self) -> Iterator[str]:
        """Yield lines for people."""
        total = sum(self.documents.values())
        kept = self.documents["ok"]
        share = f" ({kept / total:.1%})" if total else ""
        noun = "document" if total == 1 else "documents"
        yield (
            f"{total:,} {noun}: {kept:,} kept{share}, {self.documents['rejected']:,} left out, "
            f"{self.documents['failed']:,} failed"
        )
        yield f"{_bytes(self.sums['bytes_in'])} in, {_bytes(self.sums['bytes_out'])} out"
        if self.sums["documents_without_text"]:
            yield f"no text but null in {self.sums['documents_without_text']:,} of them, as it was"
        if self.reasons:
            yield "left out: " + _list(self.reasons)
        if self.sums["documents_warned"]:
            yield f"warnings for {self.sums['documents_warned']:,} of them: see the manifest"
        if self.rules:
            yield "most edits: " + _list(self.rules)


def _bytes(count: int) -> str:
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{count / 1e3:,.1f} kB"


def _list(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.most_common(8))
