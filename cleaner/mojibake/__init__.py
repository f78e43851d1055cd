"""Mojibake: text that was read in the wrong encoding, and the plan that undoes it.

The API is :func:`cleaner.mojibake.undo.undo_mojibake` and
:class:`cleaner.mojibake.plan.Plan`; importing this package loads neither.
"""
