"""Words and rules of the grammar, kept as TOML beside the modules that read them."""
