"""Clean pages as Scrapy scrapes them.

    # settings.py
    ITEM_PIPELINES = {"scrapy_pipeline.CleanPipeline": 300}
    CLEAN_FIELD = "body"                     # the field that holds the page, bytes or text
    CLEAN_SETTINGS = {"segment": False}      # fields of cleaner.Settings

The field is replaced by the cleaned text; what the page says of itself goes into fields that the
item has and that are empty (title, published, source, author, editor). Items without the field
pass.
"""

from __future__ import annotations

from typing import Any, Self

from itemadapter import ItemAdapter

from cleaner import Cleaner


class CleanPipeline:
    """An item pipeline; one pipeline of cleaning serves all items."""

    def __init__(self, field: str = "body", settings: dict[str, Any] | None = None) -> None:
        self.field = field
        self.cleaner = Cleaner(**(settings or {}))

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the pipeline that the settings of the crawler ask for."""
        settings = crawler.settings
        return cls(settings.get("CLEAN_FIELD", "body"), settings.getdict("CLEAN_SETTINGS"))

    def process_item(self, item: Any, spider: Any = None) -> Any:  # noqa: ARG002
        """Clean the field of ``item`` and return the item."""
        adapter = ItemAdapter(item)
        page = adapter.get(self.field)
        if not isinstance(page, (str, bytes)):
            return item
        result = self.cleaner.process(page, record=False)
        adapter[self.field] = result.text
        for name, value in result.metadata.items():
            if name != self.field and not adapter.get(name) and self._takes(adapter, name):
                adapter[name] = value
        return item

    @staticmethod
    def _takes(adapter: ItemAdapter, name: str) -> bool:
        """Whether the item has such a field: a dictionary takes any, other items declare theirs."""
        return isinstance(adapter.item, dict) or name in adapter.field_names()
