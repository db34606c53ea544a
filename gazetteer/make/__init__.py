"""Scripts that make the committed data files. Run as modules; never imported by the product."""
