"""Mojibake: text that was read in the wrong encoding, and the plan that undoes it."""

from cleaner.filters.mojibake.plan import Plan, Span, Step
from cleaner.filters.mojibake.undo import undo_mojibake

__all__ = ["Plan", "Span", "Step", "undo_mojibake"]
