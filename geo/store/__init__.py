"""The workspace: a database that keeps reports as they came, what was read in them, and what people decided."""
