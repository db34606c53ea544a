"""Text → sentences → tokens, and the quotations that run over several sentences."""
