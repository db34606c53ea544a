"""Where places come from: one module a source."""
