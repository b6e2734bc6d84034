"""What functions are called with while the tests of a project run."""
