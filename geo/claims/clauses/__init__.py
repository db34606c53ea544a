"""Walking a sentence's chunks: the group around a verb, its subject, its object, and what prepositions lead to."""
