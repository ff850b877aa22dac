"""Gold: what a careful reader wrote down, and how the extractor's records compare with it."""
