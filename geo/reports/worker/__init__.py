"""Readers of formats run in a process of their own: a file that hangs, swells or crashes one harms nothing else."""
