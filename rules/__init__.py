"""Rules as TOML, one file a stage."""
