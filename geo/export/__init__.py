"""Downloads: one file a format."""
