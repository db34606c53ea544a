"""Time expressions of news English → days."""
