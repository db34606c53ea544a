"""A sentence as a row of chunks: places, actors, verbs of control, words of saying, times, small words."""
