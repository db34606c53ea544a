"""What people decide about claims, actors and sources: an append-only log, and what it makes of what was read."""
