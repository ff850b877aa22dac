"""The stages: one module each, every one a spaCy component."""
