"""Measurements that stand in `docs/benchmarks.md`; each module is one command and says what it prints."""
