"""Reconcile news articles about the same events."""
