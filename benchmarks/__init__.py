"""Benchmarks, and the scripts that fit the library's few numbers."""
