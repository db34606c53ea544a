"""What the page is given: findings that are looked at, asked about one place and day, listed and written to files."""
