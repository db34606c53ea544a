"""An installed country merged with what the gazetteer already holds of it, in an index of its own."""
