"""Page chrome: keep title and body, drop what the site put around them."""

from cleaner.filters.chrome.strip import chrome

__all__ = ["chrome"]
