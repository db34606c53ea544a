"""What finding names and resolving them both need to know of a text."""
