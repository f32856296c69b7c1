"""What the planner promises, one behaviour a test; folders have the same shape as the code."""
