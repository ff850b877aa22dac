"""Gazetteers as CSV."""
