"""Readers: one module a format, each a stream of articles."""
