"""What is measured: `python -m benchmarks` writes docs/benchmarks.md and docs/scale.md from one run.

A part is a module with `measured(settings)`; the other modules make what is measured, or check by destroying.
"""
