"""Two versions of a function, or of a file, side by side."""
