"""Inputs on which two versions of a function are run."""
