"""What must hold between the parts of a programme, each check by its subject."""
