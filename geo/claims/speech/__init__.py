"""Who says it: words of saying with their speakers, "according to", and how far the words of each reach."""
