"""Values like a given one."""
