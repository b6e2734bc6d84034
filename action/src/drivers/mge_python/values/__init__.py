"""Values as text that can be compared, and copies of them."""
