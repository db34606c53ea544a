"""The word lists and tables that come with the gazetteer, read once."""
