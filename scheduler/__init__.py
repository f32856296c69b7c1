"""The planner: its words, its engine, and nothing of the web."""
