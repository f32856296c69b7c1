"""Measures how long planning takes, on invented programmes that anybody can draw again."""
