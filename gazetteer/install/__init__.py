"""Official boundaries and full lists of names, fetched for a country when the person asks."""
