"""Keeps the stock of a shop."""
