"""Makes docs/benchmarks.md, docs/scale.md and their plots from the figures of one run."""
