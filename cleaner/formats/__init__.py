"""Readers and writers: where documents come from and where text goes."""
