"""What the Python drivers are made of. One package, called like nothing that a project may have beside it."""
