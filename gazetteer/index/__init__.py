"""The index of names: one SQLite file, built once, opened by everything that looks a place up."""
